# SPDX-License-Identifier: MIT
# Objects: many small ones made, attributes read and written, methods, properties, inheritance,
# operator methods, class attributes.
import sys

N, EXPECTED = 14000, 3944440


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)


class Particle:
    made = 0

    def __init__(self, place, speed):
        self.place = place
        self.speed = speed
        self.age = 0
        Particle.made += 1

    @property
    def is_old(self):
        return self.age > 20

    def move(self):
        self.place = self.place + self.speed
        self.age += 1

    def weight(self):
        return 1


class Heavy(Particle):
    def __init__(self, place, speed, mass):
        super().__init__(place, speed)
        self.mass = mass

    def weight(self):
        return self.mass + super().weight()


def spawn(i):
    place, speed = Vector(i, -i), Vector(i & 3, 1)
    return Heavy(place, speed.scaled(2), i & 7) if i & 1 else Particle(place, speed)


def main(n):
    Particle.made = 0
    particles = [spawn(i) for i in range(40)]
    total = 0
    for step in range(n):
        for i, p in enumerate(particles):
            p.move()
            total += p.weight()
            if p.is_old:
                total += p.place.x + p.place.y
                particles[i] = spawn(step + i)
        if particles[0].place == particles[1].place:
            total += 1
    return total + Particle.made


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
