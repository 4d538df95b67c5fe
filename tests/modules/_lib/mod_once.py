"""Doc of mod_once."""
counter = 0
attempts = []


def __getattr__(name):
    if name == "getattr_hook_result":
        return "made by __getattr__"
    raise AttributeError("mod_once has no " + name)
