"""What moto lacks of each service: one package for each, with moto's name for it, or without the hyphens of its own.

A package is imported when its service is called first, and puts its classes where moto looks for its own. It may have

    actions(asked)   the IAM actions that AWS asks for, if they are not called like the operation
    answer(asked)    the answer to a call that moto lacks, or None. A service that moto lacks as a whole answers all
    CONTROL          what a test may ask of the service beside AWS: functions by name
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

NAMES = {module.name for module in iter_modules(__path__)}


@cache
def load(name):
    """The package of the service, or `None` if moto is right as it comes."""
    name = name and name.replace("-", "")
    return import_module(f"{__name__}.{name}") if name in NAMES else None
