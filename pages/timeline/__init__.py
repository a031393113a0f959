"""What strained the relation, and what repaired it?"""
