# SPDX-License-Identifier: MIT
# Sorting records: by key functions, by tuples, by text, stable passes, min, max and groups.
import sys

N, EXPECTED = 83, 183189706


class Person:
    def __init__(self, name, age, height):
        self.name = name
        self.age = age
        self.height = height


def make_people(n):
    seed, people = 99, []
    for _ in range(n):
        seed = (seed * 1309 + 13849) & 65535
        name = "person %d" % (seed & 4095)
        people.append(Person(name, 20 + (seed >> 10), 150 + seed * 50 // 65536))
    return people


def mix(people):
    total = 0
    for i in range(0, len(people), 5):
        total = (total * 31 + people[i].height + people[i].age + len(people[i].name)) % 1000003
    return total


def sort_all(n):
    people = make_people(n)
    total = mix(sorted(people, key=lambda p: p.age))
    total += mix(sorted(people, key=lambda p: (p.height, p.name, -p.age)))
    total += mix(sorted(people, key=lambda p: p.name, reverse=True))
    people.sort(key=lambda p: p.height)
    people.sort(key=lambda p: p.age)
    total += mix(people)
    names = sorted([p.name for p in people])
    total += len(names[n // 2]) + len(max(names, key=len)) + min(people, key=lambda p: p.height).age
    pairs = sorted([(p.age, p.name) for p in people])
    groups = {}
    for age, name in pairs:
        groups.setdefault(age, []).append(name)
    return total + sum([age * len(group) for age, group in groups.items()])


def main(n):
    return sum([sort_all(2000 + i) for i in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
