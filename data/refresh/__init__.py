"""What asking any official source needs: fetch, keep, compare, swap. Nothing else on the site touches the network."""
