"""The products that are traded here, and the description files that name them."""

from dataclasses import dataclass

from tests.official import trade


@dataclass(frozen=True)
class Product:
    """A ten-digit product: its weight in imports and exports, unit and price of one unit."""

    code: str
    imported: float
    exported: float
    unit: str
    price: int
    english: str
    french: str


PRODUCTS = [
    Product("0104100000", 0, 0.4, "NMB", 220, "Sheep, live", "Ovins, vivants"),
    Product("0702000011", 2.4, 0.2, "KGM", 3, "Tomatoes, fresh or chilled", "Tomates, à l'état frais ou réfrigéré"),
    Product("0709600010", 2.6, 0.1, "KGM", 3, "Peppers, fresh or chilled", "Piments, à l'état frais ou réfrigéré"),
    Product("0804400000", 4.0, 0, "KGM", 4, "Avocados, fresh or dried", "Avocats, frais ou secs"),
    Product("1205100000", 0, 9.0, "KGM", 1, "Low erucic acid rape seeds", "Graines de navette à faible teneur"),
    Product("2203000010", 1.5, 0.3, "LTR", 2, "Beer made from malt", "Bières de malt"),
    Product("2709001000", 6.5, 30.0, "MTQ", 600, "Crude petroleum oils", "Huiles brutes de pétrole"),
    Product("2710192000", 2.0, 3.0, "LTR", 1, "Petroleum oils, not crude", "Huiles de pétrole, autres que brutes"),
    Product("7601200010", 0.6, 6.0, "KGM", 4, "Aluminum alloys, unwrought", "Alliages d'aluminium, bruts"),
    Product("8471300000", 8.5, 2.0, "NMB", 900, "Portable computers", "Ordinateurs portatifs"),
    Product("8407340000", 9.5, 4.0, "NMB", 3500, "Engines over 1,000 cc", "Engins de plus de 1 000 cm3"),
    Product("8528720090", 7.5, 0.5, "NMB", 350, "Colour televisions", "Téléviseurs en couleurs"),
    Product("8544300010", 8.0, 2.0, "N/A", 0, "Wiring sets for vehicles", "Faisceaux de câbles"),
    Product("8703230010", 12.0, 14.0, "NMB", 32000, "Motor cars, 1,500 to 3,000 cc, new", "Voitures, neuves"),
    Product("8703230020", 2.0, 1.0, "NMB", 14000, "Motor cars, 1,500 to 3,000 cc, used", "Voitures, usagées"),
    Product("8704310000", 10.0, 4.0, "NMB", 45000, "Trucks up to 5 tonnes", "Camions d'au plus 5 tonnes"),
    Product("8708290000", 7.0, 8.0, "N/A", 0, "Parts of motor vehicle bodies", "Parties de carrosseries"),
    Product("9018390000", 4.5, 1.5, "NMB", 8, "Needles, catheters and the like", "Aiguilles, cathéters et semblables"),
    Product("9401610010", 4.0, 0.6, "NMB", 180, "Upholstered seats, wooden frames", "Sièges rembourrés, en bois"),
    Product("9901000000", 0.8, 1.0, "N/A", 0, "Special transactions", "Transactions spéciales"),
]
CHAPTERS = {
    "01": ("Live animals", "Animaux vivants"),
    "07": ("Edible vegetables and certain roots and tubers", "Légumes, plantes, racines et tubercules alimentaires"),
    "08": ("Edible fruits and nuts", "Fruits comestibles"),
    "12": ("Oil seeds and oleaginous fruits", "Graines et fruits oléagineux"),
    "22": ("Beverages, spirits and vinegar", "Boissons, liquides alcooliques et vinaigres"),
    "27": ("Mineral fuels, mineral oils", "Combustibles minéraux, huiles minérales"),
    "76": ("Aluminum and articles thereof", "Aluminium et ouvrages en aluminium"),
    "84": ("Machinery and mechanical appliances", "Machines et engins mécaniques"),
    "85": ("Electrical machinery and equipment", "Machines, appareils et matériels électriques"),
    "87": ("Vehicles other than railway", "Voitures automobiles et autres véhicules"),
    "90": ("Optical, medical and precision instruments", "Instruments d'optique, médicaux ou de précision"),
    "94": ("Furniture", "Meubles"),
    "99": ("Special classification provisions", "Dispositions de classification spéciales"),
}
COUNTRIES = {
    "US": ("United States", "États-Unis"),
    "MX": ("Mexico", "Mexique"),
    "CN": ("China", "Chine"),
    "DE": ("Germany", "Allemagne"),
    "FR": ("France", "France"),
    "NL": ("Netherlands", "Pays-Bas"),
    "JP": ("Japan", "Japon"),
    "GB": ("United Kingdom", "Royaume-Uni"),
    "KR": ("Korea, South", "Corée du Sud"),
    "NA": ("Namibia", "Namibie"),
    "CA": ("Canada", "Canada"),
}


def descriptions() -> dict[str, bytes]:
    """The fixed-width, Windows-1252 files that name codes."""
    fine = [(p.code, p.unit, p.english, p.french) for p in PRODUCTS]
    eight = [(code[:8], unit, english, french) for code, unit, english, french in fine]
    six = [(code[:6], unit, english, french) for code, unit, english, french in fine]
    return {
        "ODPF_1_HS10Desc.TXT": _text([_with_unit(*one) for one in fine]),
        "ODPF_2_HS8Desc.TXT": _text([_with_unit(*one) for one in eight]),
        "ODPF_3_HS6MDesc.TXT": _text([_with_unit(*one) for one in six]),
        "ODPF_5_HS2Desc.TXT": _text([_plain(code, *names) for code, names in CHAPTERS.items()]),
        "ODPF_6_CtyDesc.TXT": _text([_plain(code, *COUNTRIES[code]) for code in trade.PARTNERS]),
    }


def _with_unit(code: str, unit: str, english: str, french: str) -> str:
    return f"{code:<11}198801 999912 {unit:<4}{english:<83}{french:<83}ODPFN"


def _plain(code: str, english: str, french: str) -> str:
    return f"{code:<11}198801 999912 {english:<83}{french:<83}ODPFN"


def _text(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in dict.fromkeys(lines)).encode("cp1252")
