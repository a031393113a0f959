"""Who owns what in the other country?"""
