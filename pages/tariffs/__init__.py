"""What does Washington charge on goods from Canada and Mexico?"""
