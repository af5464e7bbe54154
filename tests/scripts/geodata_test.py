"""The example data: polygons that tile, and tables with the figures printed by their publishers."""

import collections
import csv
import itertools
import json
import pathlib
import subprocess
import unittest

GEODATA = pathlib.Path(__file__).resolve().parents[2] / "geodata"


def rows(path):
    with open(GEODATA / path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def lines(path):
    with open(GEODATA / path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def side(a, b, c):
    """Above 0 if c is to the left of a to b, 0 on the line; exact, because grid references are whole metres."""
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (cross > 0) - (cross < 0)


def between(a, b, c):
    return (side(a, b, c) == 0 and c not in (a, b) and min(a[0], b[0]) <= c[0] <= max(a[0], b[0])
            and min(a[1], b[1]) <= c[1] <= max(a[1], b[1]))


def clash(a, b, c, d):
    """Whether two sides meet other than in a common corner."""
    if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
        return True
    return between(a, b, c) or between(a, b, d) or between(c, d, a) or between(c, d, b)


class Outlines:
    """Rings as directed sides, each with its inside on the left."""

    def __init__(self, corners, outlines, name):
        self.at = {row["corner"]: (int(row["easting"]), int(row["northing"])) for row in rows(corners)}
        self.sides = collections.defaultdict(list)
        self.area_ha = collections.Counter()
        for row in rows(outlines):
            ring = row["corners_in_order"].split()
            pairs = list(zip(ring, ring[1:] + ring[:1]))
            twice = sum(self.at[a][0] * self.at[b][1] - self.at[b][0] * self.at[a][1] for a, b in pairs)
            self.area_ha[row[name]] += abs(twice) / 2 / 10_000
            for a, b in pairs:
                self.sides[(a, b) if twice > 0 else (b, a)].append(row[name])

    def overlaps(self):
        """Nothing overlaps if no two sides cross and each is on the left of at most one area."""
        undirected = sorted({tuple(sorted(pair)) for pair in self.sides})
        crossing = [(e, f) for e, f in itertools.combinations(undirected, 2)
                    if clash(*(self.at[corner] for corner in e + f))]
        return crossing + [(pair, names) for pair, names in self.sides.items() if len(names) > 1]

    def outer_rings(self):
        """Borders with nothing beyond; one ring around an area without gaps."""
        following = collections.defaultdict(list)
        for a, b in self.sides:
            if (b, a) not in self.sides:
                following[a].append(b)
        rings = 0
        while following:
            start = at = min(following)
            rings += 1
            while True:
                ahead = following[at].pop()
                if not following[at]:
                    del following[at]
                at = ahead
                if at == start:
                    break
        return rings

    def neighbours(self):
        return {frozenset((one, other)) for (a, b), (one,) in self.sides.items()
                for other in self.sides.get((b, a), []) if one != other}


class Boundaries(unittest.TestCase):
    def test_the_wards_of_maidstone_tile_without_gap_or_overlap(self):
        wards = Outlines("maidstone/sources/maidstone_corners.csv", "maidstone/sources/maidstone_ward_corners.csv",
                         "ward_name")
        self.assertEqual(wards.overlaps(), [])
        self.assertEqual(wards.outer_rings(), 1)
        self.assertEqual(len(wards.neighbours()), 64)  # as in the official boundaries
        for row in rows("maidstone/sources/maidstone_wards.csv"):  # official areas
            self.assertAlmostEqual(wards.area_ha[row["ward_name"]] / float(row["area_ha"]), 1, delta=0.09)

    def test_the_districts_of_kent_do_not_overlap(self):
        districts = Outlines("kent/sources/kent_corners.csv", "kent/sources/kent_district_corners.csv",
                             "district_name")
        self.assertEqual(districts.overlaps(), [])
        self.assertEqual(len(districts.neighbours()), 24)  # as in the official boundaries

    def shapefile(self, path, layer):
        sql = f"SELECT *, ST_IsValid(geometry) AS valid, ST_Area(geometry) / 10000 AS area_ha FROM {layer}"
        done = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "-dialect", "SQLite", "-sql", sql, "-lco", "RFC7946=NO",
                               "/vsistdout/", str(GEODATA / path)], capture_output=True, text=True, check=True)
        return [feature["properties"] for feature in json.loads(done.stdout)["features"]]

    def test_the_shapefile_holds_the_wards_of_the_sources(self):
        built = self.shapefile("maidstone/wards/maidstone_wards.shp", "maidstone_wards")
        self.assertEqual([ward["WD13NM"] for ward in built if ward["valid"] != 1], [])
        wards = Outlines("maidstone/sources/maidstone_corners.csv", "maidstone/sources/maidstone_ward_corners.csv",
                         "ward_name")
        self.assertEqual(
            sorted((w["WD13CD"], w["WD13CDO"], w["WD13NM"], round(w["area_ha"], 2)) for w in built),
            sorted((w["ward_code"], w["legacy_code"], w["ward_name"], round(wards.area_ha[w["ward_name"]], 2))
                   for w in rows("maidstone/sources/maidstone_wards.csv")))

    def test_the_shapefile_holds_the_districts_of_the_sources(self):
        built = self.shapefile("kent/districts/kent_districts.shp", "kent_districts")
        self.assertEqual([district["LAD13NM"] for district in built if district["valid"] != 1], [])
        districts = Outlines("kent/sources/kent_corners.csv", "kent/sources/kent_district_corners.csv",
                             "district_name")
        self.assertEqual({d["LAD13NM"]: round(d["area_ha"], 2) for d in built},
                         {name: round(area, 2) for name, area in districts.area_ha.items()})
        codes = {d["LAD13NM"]: d["LAD13CDO"] for d in built}
        self.assertEqual(codes.pop("Medway"), "00LC")
        self.assertEqual(codes, {row["district"].replace("&", "and"): row["la_code"]
                                 for row in rows("kent/tables/kent_districts.csv")})


class Tables(unittest.TestCase):
    def test_the_crime_table_holds_every_record_of_its_months(self):
        wide = rows("maidstone/tables/crime_2014.csv")
        types = [column for column in wide[0] if not column.startswith("ward_")]
        self.assertEqual(len(types), 14)  # police.uk's categories since May 2013
        self.assertEqual(len(wide), 26)
        self.assertEqual(sum(int(ward[crime]) for ward in wide for crime in types), 11985)
        # Allington, January to November: 4 + 2 + 2 + 8 + 2 + 6 + 4 + 5 + 6 + 5 + 5 = 49.
        self.assertEqual((wide[0]["ward_name"], wide[0]["Anti-social behaviour"]), ("Allington", "49"))
        self.assertEqual([ward["incidents"] for ward in rows("maidstone/tables/asb_2014.csv")],
                         [ward["Anti-social behaviour"] for ward in wide])

    def test_the_tables_of_the_assessment_are_as_printed(self):
        # Published figures, withheld wards and the stated total, as printed in the assessment.
        printed = {"psychoactive": (643, 2, 649), "alcohol": (57, 8, 73), "assault": (43, 8, 57)}
        for name, expected in printed.items():
            cells = [line[-1] for line in lines(f"maidstone/tables/{name}_admissions.csv")[3:]]
            wards = cells[:-1]
            self.assertEqual((sum(int(cell) for cell in wards if cell != "*"), wards.count("*"), int(cells[-1])),
                             expected, name)
        codes = [line[0] for line in lines("maidstone/tables/assault_admissions.csv")[3:]]
        self.assertEqual(codes.count("29UHHE"), 4)
        clients = rows("maidstone/tables/learning_disability_clients.csv")
        self.assertEqual(sum(int(row["Clients"]) for row in clients), 294)

    def test_residents_are_those_of_the_2011_census(self):
        self.assertEqual(sum(int(row["population_2011"]) for row in rows("maidstone/tables/population.csv")), 155143)


if __name__ == "__main__":
    unittest.main()
