// A coordinator who never saw a file of a call describes one in the browser, from nothing: two targets, a fixed 60 % of
// the total costs, at most three years, an office in the region, at least 30 % of the costs to machinery. The overview
// leads her from one thing that is missing to the next; she rehearses the call and publishes it; it takes whom it should.
import assert from "node:assert/strict";
import test from "node:test";
import { add, writeAll } from "./story/editor.mjs";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { begin, centria, coordinator, enter, fill } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

const name = { fi: "Vaasan energiahaku 2025", sv: "Vasas energiutlysning 2025", en: "Vaasa energy call 2025" };

/** Saves the page of the editor, and asserts that nothing on it stands in the way any more. */
async function saves({ page, say }) {
    await press(page, say("Save"));
    await page.waitForLoadState();
    assert.deepEqual(await page.locator(".v-error-text").allInnerTexts(), [], page.url());
}

/** Adds an element to a list and writes what it asks. */
async function adds({ page }, list, position, answers) {
    await add(page, list);
    const path = `${list}[${position}]`;
    await writeAll(page, Object.fromEntries(Object.entries(answers).map(([key, answer]) => [`${path}.${key}`, answer])));
}

/** Basics, pots and who may apply. */
async function saysWhenAndHowMuch(nora, draft) {
    const { page, say } = nora;
    await page.goto(`${draft}/pages/basics`);
    await writeAll(page, {
        code: "vaasa-2025",
        name,
        register_series: "VAA-2025",
        "window.opens": "5.5.2025 9.00",
        "window.closes": "13.6.2025 16.15",
    });
    await saves(nora);
    await page.goto(`${draft}/pages/pots`);
    await adds(nora, "pots", 1, {
        payer: "eu",
        funder: "council",
        sum: "800 000",
        label: { fi: "EAKR-rahoitusta", sv: "Eruf-finansiering", en: "of ERDF funding" },
    });
    await saves(nora);
    await page.goto(`${draft}/pages/who`);
    await page.locator('[name="themes.battery"]').check();
    await page.locator('[name="themes.circular"]').check();
    await saves(nora);
}

/** Shares and cost models. */
async function saysWhoPays(nora, draft) {
    const { page, say } = nora;
    await page.goto(`${draft}/pages/shares`);
    await adds(nora, "funding.payers", 1, {
        key: "eu",
        class: "eu_and_state",
        name: { fi: "EU ja valtio", sv: "EU och staten", en: "EU and State" },
        percent: "60",
        base: "total_costs",
    });
    await adds(nora, "funding.payers", 2, {
        key: "own",
        class: "own_public",
        name: { fi: "Hakijan oma raha", sv: "Sökandens egna pengar", en: "Applicant's own money" },
        bound: "open",
    });
    await press(page, say("Save"));
    await writeAll(page, { "funding.support": "eu", "funding.taker": "own", "funding.private_own": "counts", "funding.longest.months": "36" });
    await saves(nora);
    await page.goto(`${draft}/pages/costs`);
    const machinery = { fi: "Koneet ja laitteet", sv: "Maskiner och utrustning", en: "Machinery and equipment" };
    await adds(nora, "funding.categories", 1, { key: "equipment", name: machinery });
    await adds(nora, "funding.cost_models", 1, {
        key: "actual",
        kind: "actual",
        name: { fi: "Todelliset kustannukset", sv: "Faktiska kostnader", en: "Actual costs" },
        categories: "pay\nequipment",
    });
    await adds(nora, "funding.cost_parts", 1, { part: "equipment", bound: "at_least", percent: "30" });
    await press(page, say("Save"));
    await reads(page, "kostnadsslaget ”equipment”: lägg till en penningfråga med nyckeln ”equipment”", ".v-error-box");
    await looksWell(nora, "cost models that want a question");
}

/** The questions that her rules need, and the rule that somebody has an office in the region. */
async function asksWhatItNeeds(nora, draft) {
    const { page, say } = nora;
    await page.goto(`${draft}/form/2`);
    await add(page, "form.sections[2].fields");
    await writeAll(page, {
        "form.sections[2].fields[4].key": "office",
        "form.sections[2].fields[4].kind": "yes_no",
        "form.sections[2].fields[4].label": {
            fi: "Onko toteuttajalla toimipaikka Pohjanmaalla?",
            sv: "Har genomföraren ett verksamhetsställe i Österbotten?",
            en: "Does the implementer have an office in Ostrobothnia?",
        },
        "form.sections[2].fields[4].required": true,
    });
    await saves(nora);
    await page.goto(`${draft}/form/3`);
    await add(page, "form.sections[3].fields");
    await writeAll(page, {
        "form.sections[3].fields[4].key": "equipment",
        "form.sections[3].fields[4].kind": "money",
        "form.sections[3].fields[4].label": { fi: "Koneet ja laitteet", sv: "Maskiner och utrustning", en: "Machinery and equipment" },
        "form.sections[3].fields[4].required": true,
    });
    await saves(nora);
    await page.goto(`${draft}/pages/rules`);
    await adds(nora, "rules", 1, {
        key: "office",
        name: { fi: "Toimipaikka alueella", sv: "Verksamhetsställe i regionen", en: "An office in the region" },
        check: "any(offise = yes)",
        message: {
            fi: "Vähintään yhdellä toteuttajalla on oltava toimipaikka Pohjanmaalla.",
            sv: "Minst en genomförare måste ha ett verksamhetsställe i Österbotten.",
            en: "At least one implementer must have an office in Ostrobothnia.",
        },
    });
    await press(page, say("Save"));
    await reads(page, "är nu ”offise”; menade du ”office”?", ".v-error-box");
    await looksWell(nora, "a rule with a misspelt question");
    await page.locator(".v-error-box a").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "rules[1].check", "the link leads to the condition");
    await writeAll(page, { "rules[1].check": "any(office = yes)" });
    await saves(nora);
}

/** What the page of the call says, whom to ask, how to apply. */
async function writesThePage(nora, draft) {
    const { page } = nora;
    await page.goto(`${draft}/pages/texts`);
    await writeAll(page, {
        "texts.purpose": {
            fi: "Haku energian varastoinnin hankkeille.",
            sv: "Utlysning för projekt om energilagring.",
            en: "A call for projects of energy storage.",
        },
        "texts.applicants": {
            fi: "Hakea voi toteuttaja, jolla on toimipaikka Pohjanmaalla.",
            sv: "Sökande kan vara en genomförare med verksamhetsställe i Österbotten.",
            en: "An implementer with an office in Ostrobothnia may apply.",
        },
        "texts.money": {
            fi: "EU ja valtio maksavat 60 % kokonaiskustannuksista, hakija loput.",
            sv: "EU och staten betalar 60 % av de totala kostnaderna, sökanden resten.",
            en: "The EU and the State pay 60% of the total costs, the applicant the rest.",
        },
        "texts.criteria": {
            fi: "Hankkeita arvioidaan vaikuttavuuden mukaan.",
            sv: "Projekten bedöms enligt genomslag.",
            en: "Projects are judged by their effect.",
        },
        "texts.attachments": { fi: "Liitteitä ei tarvita.", sv: "Bilagor behövs inte.", en: "No attachments are needed." },
    });
    await saves(nora);
    await page.goto(`${draft}/pages/contact`);
    await writeAll(page, {
        "contact.office": { fi: "Vaasan kaupunki", sv: "Vasa stad", en: "City of Vaasa" },
        "contact.role": { fi: "hankekoordinaattori", sv: "projektkoordinator", en: "project coordinator" },
        "contact.web": "https://www.vaasa.example/energia",
    });
    await adds(nora, "steps", 1, {
        title: { fi: "Hae", sv: "Sök", en: "Apply" },
        text: {
            fi: "Täytä hakemus ja lähetä se ajoissa.",
            sv: "Fyll i ansökan och skicka den i tid.",
            en: "Fill in the application and send it in time.",
        },
    });
    await saves(nora);
}

/** Anna's application, with so much of her 100 000 euros for machinery. */
async function applies(anna, equipment) {
    const { page, say } = anna;
    const draft = await begin(anna, "vaasa-2025");
    await page.goto(`${draft}/sections/project`);
    await fill(page, {
        project_name: "Akku",
        project_kind: "single",
        starts: "1.11.2025",
        ends: "31.10.2028",
        "themes.battery": "60",
        "themes.circular": "40",
    });
    await press(page, say("Save and continue"));
    await page.goto(`${draft}/sections/applicant`);
    await fill(page, {
        official_name: "Centria-ammattikorkeakoulu",
        business_id: "1097805-3",
        contact_email: "anna@centria.example",
        office: "no",
    });
    await press(page, say("Save and continue"));
    await page.goto(`${draft}/sections/budget`);
    await fill(page, { pay: "75000", applicant_kind: "public", equipment });
    await press(page, say("Save and continue"));
    return draft;
}

test("A coordinator describes a call of her own from nothing, and it takes what she meant it to take", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const nora = await arrive(t, browser, town, { language: "sv" });
    const { page, say } = nora;
    await enter(nora, coordinator);
    await page.goto("/sv/desk/calls");
    await press(page, say("Begin a new call"));
    await stands(page, say("A call without a name"));
    await reads(page, say("{0}: missing", say("Code of the call")));
    await looksWell(nora, "a call begun from nothing");
    const draft = new URL(page.url()).pathname;
    await saysWhenAndHowMuch(nora, draft);
    await saysWhoPays(nora, draft);
    await asksWhatItNeeds(nora, draft);
    await writesThePage(nora, draft);
    await page.goto(draft);
    await stands(page, name.sv);
    await looksWell(nora, "a call from nothing, whole");

    await follow(page, say("Rehearse the call"));
    await reads(page, say("Everything went as it is meant to."));
    await page.goto(draft);
    await page.locator("#seen").check();
    await press(page, say("Publish the call"));
    await reads(page, say("This call is published."));

    const anna = await arrive(t, browser, town, { language: "fi" });
    await anna.page.goto("/fi/calls");
    await follow(anna.page, name.fi);
    await reads(anna.page, "Vähintään yhdellä toteuttajalla on oltava toimipaikka Pohjanmaalla.");
    await reads(anna.page, "Vähintään 30 % kokonaiskustannuksista.");
    await looksWell(anna, "the page of a call from nothing");
    await enter(anna, centria);
    const hers = await applies(anna, "25000");
    await anna.page.goto(`${hers}/check`);
    await reads(anna.page, "Koneet ja laitteet: kustannuksia 25 000,00 €, mutta vaaditaan vähintään 30 000,00 €");
    await reads(anna.page, "Vähintään yhdellä toteuttajalla on oltava toimipaikka Pohjanmaalla.");
    await looksWell(anna, "refused by the rules of a call from nothing");
    await anna.page.locator(".v-todo a", { hasText: "Koneet ja laitteet" }).click();
    await anna.page.waitForURL(/sections\/budget/);
    await fill(anna.page, { pay: "70000", equipment: "30000" });
    await press(anna.page, anna.say("Save and continue"));
    await anna.page.goto(`${hers}/check`);
    assert.doesNotMatch(plain(await anna.page.locator("main").innerText()), /vaaditaan vähintään/, "30 % is enough");
    await anna.page.locator(".v-todo a", { hasText: "Vähintään yhdellä" }).click();
    await anna.page.waitForURL(/sections\/applicant/);
    await fill(anna.page, { office: "yes" });
    await press(anna.page, anna.say("Save and continue"));
    await anna.page.goto(`${hers}/check`);
    await press(anna.page, anna.say("Send the application"));
    await reads(anna.page, "VAA-2025-001");
    nora.calm();
    anna.calm();
});
