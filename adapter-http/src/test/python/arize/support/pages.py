"""Lists, read page by page to their end."""


def pages(listing, **filters):
    """The pages of a list of the SDK. Follows the cursor alone, as the SDK's own loops do."""
    page = listing(**filters)
    yield page
    while page.pagination.next_cursor:
        assert page.pagination.has_more is True
        page = listing(**filters, cursor=page.pagination.next_cursor)
        yield page
    assert page.pagination.has_more is False


def every(plural, listing, **filters):
    return [item for page in pages(listing, **filters) for item in getattr(page, plural)]


def ids(items):
    return [item.id for item in items]
