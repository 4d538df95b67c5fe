# SPDX-License-Identifier: MIT
"""The Lighthouse: a text adventure of eight places and one stormy night.

    build/unix/micropython examples/adventure.py          play it
    build/unix/micropython examples/adventure.py demo     watch it being played

Without a terminal it plays the demonstration. The world is data (WORLD, below); the classes know
nothing of lighthouses, so that another story needs another table and a few special actions.
"""

import json
import sys

WORLD = {
    "start": "beach",
    "intro": "A storm has thrown your boat ashore. Above you stands a lighthouse, and it is dark.\n"
             "Out there a ship is looking for its light.",
    "patience": 40,
    "rooms": {
        "beach": {
            "title": "Beach",
            "text": "Black sand, and what is left of your boat. A path climbs north, up the cliff.",
            "exits": {"north": "garden", "east": "cave"},
            "things": ["rope", "boat"],
        },
        "cave": {
            "title": "Sea cave",
            "text": "Water slaps against barrels that someone has hidden here long ago.",
            "exits": {"west": "beach"},
            "things": ["barrels", "oil"],
            "dark": True,
        },
        "garden": {
            "title": "Keeper's garden",
            "text": "Cabbages, bent by the wind. West is the cottage, north the tower.",
            "exits": {"south": "beach", "west": "cottage", "north": "tower", "east": "well"},
            "things": ["cabbage"],
            "locks": {"north": "key"},
        },
        "well": {
            "title": "Well",
            "text": "A dry well with a rusty hook at its rim.",
            "exits": {"west": "garden", "down": "shaft"},
            "things": ["hook"],
            "locks": {"down": "rope"},
        },
        "shaft": {
            "title": "Bottom of the well",
            "text": "Moss, and the round grey sky far above.",
            "exits": {"up": "well"},
            "things": ["key"],
        },
        "cottage": {
            "title": "Cottage",
            "text": "One room. The keeper left in a hurry: the table is still laid.",
            "exits": {"east": "garden"},
            "things": ["table", "lantern", "matches", "bread"],
        },
        "tower": {
            "title": "Foot of the tower",
            "text": "Ninety-nine steps wind upwards.",
            "exits": {"south": "garden", "up": "gallery"},
            "things": ["gull"],
            "guard": ["gull", "up", "The gull spreads its wings and hisses. You won't pass."],
        },
        "gallery": {
            "title": "Gallery",
            "text": "Wind, glass, and the great lamp. Its tank is open.",
            "exits": {"down": "tower"},
            "things": ["lamp"],
        },
    },
    "things": {
        "rope": {"text": "Ten metres of good rope.", "take": True},
        "boat": {"text": "It will never float again."},
        "barrels": {"text": "They smell of herring."},
        "oil": {"text": "A can of whale oil, full.", "take": True},
        "cabbage": {"text": "A cabbage. It has seen better days.", "take": True},
        "hook": {"text": "It would hold a rope."},
        "key": {"text": "A key as long as your hand.", "take": True},
        "table": {"text": "Crumbs, a mug, a sheet of paper.", "read": "Feed the gull. It bites."},
        "lantern": {"text": "A small brass lantern.", "take": True},
        "matches": {"text": "Three are left.", "take": True},
        "bread": {"text": "Hard as a stone.", "take": True},
        "gull": {"text": "It is large, and it looks at you sideways."},
        "lamp": {"text": "As tall as you are. Its tank is dry."},
    },
}

DEMO = """
look
take rope, oil
examine boat
east
take oil
west
north
north
west
take lantern, matches and bread
read table
light lantern
inventory
east
east
tie rope to hook
down
get key
up
save
west
south
east
take the oil
west
north
unlock tower with key
save
north
up
drop bread
eat bread
restore
north
give bread to gull
up
dance
fill lamp with oil
light lamp
""".strip().split("\n")

DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}
VERBS = {"get": "take", "grab": "take", "x": "examine", "inspect": "examine", "l": "look",
         "i": "inventory", "feed": "give", "pour": "fill", "walk": "go", "climb": "go"}
FREE_VERBS = ("inventory", "look", "save", "restore", "help")
FILLERS = ("the", "a", "an", "to", "with", "at", "into", "in", "on")


class Refusal(Exception):
    """What the player asked for can't be done; the text says why. It costs no turn."""


class GameOver(Exception):
    """The story ends; `won` tells how."""

    def __init__(self, text, won):
        super().__init__(text)
        self.won = won


class Thing:
    def __init__(self, name, data):
        self.name = name
        self.text = data["text"]
        self.can_take = data.get("take", False)
        self.writing = data.get("read")
        self.is_lit = False

    def __str__(self):
        return self.name + " (lit)" if self.is_lit else self.name


class Room:
    def __init__(self, name, data, things):
        self.name = name
        self.title = data["title"]
        self.text = data["text"]
        self.exits = data["exits"]
        self.locks = dict(data.get("locks", {}))
        self.is_dark = data.get("dark", False)
        self.guard = data.get("guard")
        self.things = [things[t] for t in data["things"]]
        self.visited = False

    def describe(self):
        """Yields the lines of the room's description."""
        yield f"-- {self.title} --"
        yield self.text
        if self.things:
            yield "You see: " + ", ".join(str(t) for t in self.things) + "."
        yield "Exits: " + ", ".join(sorted(self.exits)) + "."


class Command:
    """What the player typed: a verb, the words it is about, and the rest after `with` or `to`."""

    def __init__(self, line):
        words = [w for w in line.lower().replace(",", " and ").split() if w]
        if not words:
            raise Refusal("Say something.")
        first = DIRECTIONS.get(words[0], words[0])
        if first in DIRECTIONS.values():
            words = ["go", first]
        self.verb = VERBS.get(words[0], words[0])
        self.objects = [w for w in words[1:] if w not in FILLERS and w != "and"]

    def object(self, index, question):
        if index >= len(self.objects):
            raise Refusal(question)
        return self.objects[index]


class Game:
    """The state of one game. Each do_VERB method carries out one verb and yields lines of text."""

    def __init__(self, world):
        self.world = world
        self.saved = None
        self.begin()

    def begin(self):
        """Puts everything where the story begins."""
        world = self.world
        self.things = {name: Thing(name, data) for name, data in world["things"].items()}
        self.rooms = {name: Room(name, data, self.things)
                      for name, data in world["rooms"].items()}
        self.log = []
        self.room = self.rooms[world["start"]]
        self.carried = []
        self.turns = 0
        self.patience = world["patience"]
        self.room.visited = True
        self.filled = False

    # ---- what the player can see and hold

    def in_reach(self):
        yield from self.carried
        if not self.too_dark():
            yield from self.room.things

    def too_dark(self):
        return self.room.is_dark and not any(t.is_lit for t in self.carried)

    def find(self, name):
        for thing in self.in_reach():
            if thing.name == name or thing.name == name + "s":
                return thing
        if name in self.things:
            raise Refusal(f"There is no {name} here." if not self.too_dark() else "It is too dark.")
        raise Refusal(f"You don't know what '{name}' is.")

    def held(self, name):
        thing = self.find(name)
        if thing not in self.carried:
            raise Refusal(f"You don't have the {name}.")
        return thing

    # ---- one turn

    def perform(self, line):
        """Carries out a line; yields the answer. Refusals are answers too."""
        try:
            command = Command(line)
            action = getattr(self, "do_" + command.verb, None)
            if action is None:
                raise Refusal(f"You don't know how to {command.verb}.")
            yield from action(command)
            if command.verb not in FREE_VERBS:
                self.log.append(line)
                self.turns += 1
                yield from self.pass_time()
        except Refusal as refusal:
            yield str(refusal)

    def pass_time(self):
        left = self.patience - self.turns
        if left in (20, 10, 5):
            yield f"(The ship's horn sounds. It can wait for {left} more turns.)"
        if left <= 0:
            raise GameOver("With a long groan the ship finds the rocks.", False)

    # ---- verbs

    def do_look(self, command):
        self.room.visited = True
        if self.too_dark():
            yield f"-- {self.room.title} --"
            yield "It is pitch dark. Something drips."
        else:
            yield from self.room.describe()

    def do_go(self, command):
        where = command.object(0, "Where to?")
        where = DIRECTIONS.get(where, where)
        if where not in self.room.exits:
            raise Refusal(f"You can't go {where} from here.")
        if where in self.room.locks:
            needed = self.room.locks[where]
            raise Refusal("The door is locked." if needed == "key" else "It is too deep to climb.")
        if self.room.guard and self.room.guard[1] == where:
            raise Refusal(self.room.guard[2])
        self.room = self.rooms[self.room.exits[where]]
        if self.room.visited and not self.too_dark():
            yield f"-- {self.room.title} --"
        else:
            yield from self.do_look(command)

    def do_take(self, command):
        command.object(0, "Take what?")
        for name in command.objects:
            try:
                yield self.take(self.find(name))
            except Refusal as refusal:
                yield f"{name}: {refusal}"

    def take(self, thing):
        if thing in self.carried:
            raise Refusal("You have it already.")
        if not thing.can_take:
            raise Refusal("It stays where it is.")
        self.room.things.remove(thing)
        self.carried.append(thing)
        return f"{thing.name}: taken."

    def do_drop(self, command):
        thing = self.held(command.object(0, "Drop what?"))
        self.carried.remove(thing)
        self.room.things.append(thing)
        yield f"{thing.name}: dropped."

    def do_examine(self, command):
        yield self.find(command.object(0, "Examine what?")).text

    def do_read(self, command):
        thing = self.find(command.object(0, "Read what?"))
        if not thing.writing:
            raise Refusal(f"Nothing is written on the {thing.name}.")
        yield f'"{thing.writing}"'

    def do_inventory(self, command):
        if not self.carried:
            yield "You carry nothing."
        else:
            yield "You carry " + ", ".join(sorted(str(t) for t in self.carried)) + "."

    def do_light(self, command):
        thing = self.find(command.object(0, "Light what?"))
        self.held("matches")
        if thing.name == "lamp":
            if not self.filled:
                raise Refusal("The match goes out. The tank is dry.")
            raise GameOver("A white beam sweeps over the sea. Far out, a horn answers.", True)
        if thing.name != "lantern":
            raise Refusal("That would be a waste of a match.")
        thing.is_lit = True
        yield "A small warm light."

    def do_tie(self, command):
        self.held(command.object(0, "Tie what?"))
        if command.objects[:2] != ["rope", "hook"] or self.room.name != "well":
            raise Refusal("That doesn't hold.")
        self.find("hook")
        self.carried.remove(self.things["rope"])
        del self.room.locks["down"]
        yield "The rope reaches the bottom."

    def do_unlock(self, command):
        self.held("key")
        locked = [where for where, needed in self.room.locks.items() if needed == "key"]
        if not locked:
            raise Refusal("Nothing is locked here.")
        for where in locked:
            del self.room.locks[where]
            yield f"The lock turns. The way {where} is open."

    def do_give(self, command):
        thing = self.held(command.object(0, "Give what?"))
        guard = self.room.guard
        if guard is None or thing.name != "bread":
            raise Refusal("No one wants that.")
        self.carried.remove(thing)
        self.room.things.remove(self.find(guard[0]))
        self.room.guard = None
        yield "The gull swallows the bread whole and flies off without a word of thanks."

    def do_fill(self, command):
        self.find("lamp")
        self.carried.remove(self.held("oil"))
        self.filled = True
        yield "The oil gurgles into the tank."

    def do_save(self, command):
        self.saved = json.dumps(self.log)
        yield f"You will remember this moment, {self.turns} turns into the night."

    def do_restore(self, command):
        if self.saved is None:
            raise Refusal("There is no moment to go back to.")
        self.begin()
        for line in json.loads(self.saved):
            for text in self.perform(line):
                pass
        yield f"{self.turns} turns into the night:"
        yield from self.do_look(command)

    def do_help(self, command):
        verbs = sorted(name[3:] for name in dir(self) if name.startswith("do_"))
        yield "Verbs: " + ", ".join(verbs) + ". Directions: " + ", ".join(DIRECTIONS.values()) + "."

    def do_quit(self, command):
        raise GameOver("You sit down and wait for the morning.", False)


def demo_lines():
    for line in DEMO:
        print("> " + line)
        yield line


def typed_lines():
    while True:
        try:
            yield input("> ")
        except EOFError:
            print()
            return


def play(lines):
    """Plays with the commands that `lines` yields; gives whether the game was won."""
    game = Game(WORLD)
    print(WORLD["intro"])
    print()
    print("\n".join(game.do_look(None)))
    try:
        for line in lines:
            for text in game.perform(line):
                print(text)
    except GameOver as end:
        print(end)
        print(f"You {'won' if end.won else 'lost'} in {game.turns} turns.")
        return end.won
    print("The game breaks off.")
    return False


def wants_demo():
    if len(sys.argv) > 1:
        return sys.argv[1] == "demo"
    return not sys.stdin.isatty()


if __name__ == "__main__":
    play(demo_lines() if wants_demo() else typed_lines())
