"""What no log line may hold: the address of a visitor's page, for with a time it could point at a person."""

import logging


class NoAddress(logging.Filter):
    """Takes the path out of Django's messages about a request, as for a refused form or a page that failed."""

    def filter(self, record: logging.LogRecord) -> bool:
        path = getattr(getattr(record, "request", None), "path", None)
        if path is not None and isinstance(record.args, tuple):
            record.args = tuple("(a page)" if arg == path else arg for arg in record.args)
        return True
