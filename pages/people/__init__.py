"""Who comes from Mexico to study, work, visit or seek asylum?"""

from pages.people import asylum, provinces, ranking, season, study, visas, work
from ui.site import Page, View

PAGE = Page(
    place=7,
    views={
        "study": View(study.draw, ["study_permits"]),
        "ranking": View(ranking.draw, ["study_permits"]),
        "season": View(season.draw, ["study_permits_monthly"]),
        "provinces": View(provinces.draw, ["study_permits_by_level"]),
        "work": View(work.draw, ["permits_annual", "permanent_residents"]),
        "asylum": View(asylum.draw, ["asylum_claims", "asylum_decisions", "visa_policy_dates"]),
        "visas": View(visas.draw, ["visitor_visas", "visa_policy_dates"]),
    },
)
