// What a call that is begun from nothing has.
#include "preparation/preparation.h"

namespace vastin::preparation {

namespace {

constexpr std::string_view content = R"toml(
source = "this-call"
projects = ["single", "group"]

[sources.this-call]
fi = "Tämä hakuilmoitus"
sv = "Denna utlysning"
en = "This call"

[window]
kind = "fixed"
source = "this-call"

[funding]
rounding_unit = 1
rounding_mode = "nearest"
private_money = "allowed"
private_own = "stands_outside"
source = "this-call"
private_source = "this-call"

[contact]
source = "this-call"

[texts]
source = "this-call"

[[form.sections]]
key = "project"
whose = "common"
title = { fi = "Hanke", sv = "Projekt", en = "Project" }

[[form.sections.fields]]
key = "project_name"
kind = "line"
required = true
letters = 150
label = { fi = "Hankkeen nimi", sv = "Projektets namn", en = "Name of the project" }
missing = { fi = "Kirjoita hankkeen nimi.", sv = "Skriv projektets namn.", en = "Write the name of the project." }

[[form.sections.fields]]
key = "project_kind"
kind = "choice"
required = true
label = { fi = "Kuka toteuttaa hankkeen", sv = "Vem genomför projektet", en = "Who carries the project out" }
missing = { fi = "Valitse, toteuttaako hankkeen yksi vai ryhmä.", sv = "Välj om projektet genomförs av en eller en grupp.", en = "Choose whether one or a group carries the project out." }
options = [
    { value = "single", name = { fi = "Yksi toteuttaja", sv = "En genomförare", en = "One implementer" } },
    { value = "group", name = { fi = "Ryhmä: päätoteuttaja ja osatoteuttajat", sv = "En grupp: huvudgenomförare och delgenomförare", en = "A group: a lead and partners" } },
]

[[form.sections.fields]]
key = "starts"
kind = "day"
required = true
label = { fi = "Hankkeen ensimmäinen päivä", sv = "Projektets första dag", en = "First day of the project" }
missing = { fi = "Kirjoita hankkeen ensimmäinen päivä.", sv = "Skriv projektets första dag.", en = "Write the first day of the project." }

[[form.sections.fields]]
key = "ends"
kind = "day"
required = true
label = { fi = "Hankkeen viimeinen päivä", sv = "Projektets sista dag", en = "Last day of the project" }
missing = { fi = "Kirjoita hankkeen viimeinen päivä.", sv = "Skriv projektets sista dag.", en = "Write the last day of the project." }

[[form.sections.fields]]
key = "themes"
kind = "theme_shares"
required = true
label = { fi = "Osuus teemoittain", sv = "Andel per tema", en = "Share by theme" }
hint = { fi = "Yhteensä 100 %.", sv = "Sammanlagt 100 %.", en = "Together 100%." }
missing = { fi = "Kirjoita, kuinka hanke jakautuu teemoille.", sv = "Skriv hur projektet fördelas på temana.", en = "Write how the project is shared between the themes." }

[[form.sections]]
key = "applicant"
whose = "part"
title = { fi = "Toteuttaja", sv = "Genomförare", en = "Implementer" }

[[form.sections.fields]]
key = "official_name"
kind = "line"
required = true
letters = 150
autocomplete = "organization"
label = { fi = "Organisaation virallinen nimi", sv = "Organisationens officiella namn", en = "Official name of the organisation" }

[[form.sections.fields]]
key = "business_id"
kind = "business_id"
required = true
label = { fi = "Y-tunnus", sv = "FO-nummer", en = "Business ID" }
hint = { fi = "Muotoa 1234567-8.", sv = "I formatet 1234567-8.", en = "As 1234567-8." }

[[form.sections.fields]]
key = "contact_email"
kind = "email"
required = true
label = { fi = "Yhteyshenkilön sähköposti", sv = "Kontaktpersonens e-post", en = "E-mail of the contact person" }

[[form.sections]]
key = "budget"
whose = "part"
title = { fi = "Budjetti ja rahoitus", sv = "Budget och finansiering", en = "Budget and funding" }

[[form.sections.fields]]
key = "pay"
kind = "money"
required = true
label = { fi = "Palkkakustannukset", sv = "Lönekostnader", en = "Staff pay" }
missing = { fi = "Kirjoita palkkakustannukset.", sv = "Skriv lönekostnaderna.", en = "Write the staff pay." }

[[form.sections.fields]]
key = "outside_private"
kind = "money"
label = { fi = "Yksityinen raha hakijan ulkopuolelta", sv = "Privata medel utifrån", en = "Private money from outside the applicant" }

[[form.sections.fields]]
key = "applicant_kind"
kind = "choice"
required = true
label = { fi = "Hakijan oma raha on", sv = "Sökandens egna pengar är", en = "The applicant's own money is" }
missing = { fi = "Valitse, onko oma raha julkista vai yksityistä.", sv = "Välj om de egna pengarna är offentliga eller privata.", en = "Choose whether the own money is public or private." }
options = [
    { value = "public", name = { fi = "julkista: kunta, kuntayhtymä, yliopisto tai muu julkinen", sv = "offentliga: kommun, samkommun, universitet eller annan offentlig", en = "public: a municipality, joint authority, university or other public body" } },
    { value = "private", name = { fi = "yksityistä: yritys, yhdistys tai muu yksityinen", sv = "privata: företag, förening eller annan privat", en = "private: a company, association or other private body" } },
]
)toml";

}  // namespace

std::string_view empty_call() { return content; }

}  // namespace vastin::preparation
