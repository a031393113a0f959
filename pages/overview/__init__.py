"""Where do Canada and Mexico stand?"""
