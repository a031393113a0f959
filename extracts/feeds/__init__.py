"""What is new, as feeds: each is a named query whose rows become entries, written as Atom or JSON Feed."""
