"""Does what the articles said hold?"""
