"""Back to the edition before: what a refresh or an acceptance put in force can be undone."""

from data import editions, store
from data.refresh.lock import alone


def rollback() -> tuple[str, bool]:
    """Put the newest whole edition that is older than the one in force in its place; the sentence, and whether it was.

    Before the first edition of a store stand the tables that came with the site.
    """
    with alone(True, print):
        try:
            present = store.edition_in_force()
        except FileNotFoundError:
            present = editions.SHIPPED.name
        if present == editions.SHIPPED.name:
            return "Nothing was refreshed yet; the tables that came with the site are in force.", False
        older = sorted((path.name for path in store.editions().glob("[!.]*") if path.name < present), reverse=True)
        for name in older:
            if editions.is_whole(name):
                store.put_in_force(name)
                return f"In force again: the edition {name}. The one after it, {present}, is kept.", True
        if older:
            return f"None of the older editions is whole ({', '.join(older)}); {present} stays in force.", False
        store.put_in_force(editions.SHIPPED.name)
        return f"In force again: the tables that came with the site. The edition {present} is kept.", True
