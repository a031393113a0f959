"""Which tables lie behind this site, what does every column mean, how current is it, and what was revised?"""
