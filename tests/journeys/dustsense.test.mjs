import assert from "node:assert/strict";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, eventually, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { begin, chydenius, enter, fill, saved, send } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** DustSense of the agreement's deck, written out: 363 361 € of support are 60 % of 605 602 €. */
const dustsense = {
    themes: { themes: { battery: "", circular: "100" }, goals: ["2.4", "2.6"] },
    summary: {
        public_summary:
            "DustSense mittaa suurteollisuusalueen pölyä ja pienhiukkasia älykkäillä antureilla. Hanke rakentaa " +
            "Kokkolan suurteollisuusalueelle mittausverkon, yhdistää sen tiedot säähän ja tuotantoon ja opettaa " +
            "ennustemallin, joka varoittaa pölystä ennen kuin se leviää. Menetelmät julkaistaan avoimesti.",
    },
    plan: {
        need:
            "Suurteollisuusalueen pölyä mitataan harvoilla asemilla ja viiveellä. Yritykset eivät tiedä ajoissa, mistä " +
            "pöly tulee.\n\nMittausta tarvitaan siellä, missä pöly syntyy.",
        objective: "Alueella on mittausverkko ja malli, joka ennustaa pölyn kuusi tuntia etukäteen.",
        actions: "Yliopisto rakentaa anturit ja mallin. Yritykset antavat asennuspaikat ja tuotantonsa tiedot.",
        outputs: "40 anturin verkko, avoin aineisto, ennustemalli ja ohje muille teollisuusalueille.",
        effects: "Pölyhaitat vähenevät, ja alueelle syntyy ympäristömittauksen osaamista.",
        risks: "Anturi voi rikkoutua talvella: jokaiselle on vara-anturi.",
    },
    main_funder: { main_funder: "Keski-Pohjanmaan liitto", main_funder_number: "A80321" },
    notice: { decision_language: "fi", electronic_notice: "yes" },
    applicant: {
        official_name: "Jyväskylän yliopisto",
        unit: "Kokkolan yliopistokeskus Chydenius",
        organisation_type: "university",
        street: "PL 567",
        postal_code: "67701",
        city: "Kokkola",
        web: "https://www.chydenius.fi",
        vat: "cost",
    },
    contact: {
        contact_name: "Projektipäällikkö",
        contact_position: "projektipäällikkö",
        contact_email: "projektledare@jyu.example",
        contact_phone: "+358 44 000 0000",
    },
    budget: { pay: { 2025: "24 000", 2026: "144 190,95", 2027: "144 190,95", 2028: "120 190,96" }, applicant_kind: "public" },
};

/** Types and presses nothing: what was typed is on the server when the state line says so. */
async function typesAndSeesItSaved({ page, say, context }, draft) {
    const written = saved(page);
    await page.locator("#project_name").pressSequentially("DustSense");
    await written;
    await page.locator(".v-saved", { hasText: plain(say("Saved {0}", "")) }).waitFor();
    const server = await context.request.get(draft);
    assert.match(await server.text(), /<h1>DustSense<\/h1>/, "the server has it");
    assert.equal(page.url().endsWith("/sections/project"), true, "and she is where she was");
}

/** The connection goes while she types, she closes the window, and finds her text the next time. */
async function losesTheConnection(person) {
    const { context, say } = person;
    const address = person.page.url();
    const text = dustsense.summary.public_summary;
    const start = saved(person.page);
    await person.page.locator("#public_summary").fill(text.slice(0, 60));
    await start;
    await context.setOffline(true);
    await person.page.locator("#public_summary").press("End");
    await person.page.locator("#public_summary").pressSequentially(text.slice(60));
    const lost = say("Not saved yet: no connection. What you type is kept in this browser and saved when the connection is back.");
    await person.page.locator(".v-saved", { hasText: lost }).waitFor();
    await looksWell(person, "a section without a connection");
    await person.page.close();
    await context.setOffline(false);

    person.page = await context.newPage();
    await person.page.goto(address);
    assert.equal(await person.page.locator("#public_summary").inputValue(), text, "what she typed is there");
    // saved by this page, or by the last breath of the window that she closed
    assert.ok(await eventually(async () => plain(await (await context.request.get(address)).text()).includes(plain(text).slice(-40))), "and on the server");
    await person.page.goto(address);
    assert.equal(await person.page.locator("#public_summary").inputValue(), text, "and on the server now");
}

/** Both wrong numbers are told at their fields, by what is wrong with them. */
async function mistypesTwoNumbers(person) {
    const { page, say } = person;
    await fill(page, { ...dustsense.applicant, business_id: "0245894-8", iban: "FI21 1234 5600 0007 86" });
    await press(page, say("Save and continue"));
    const box = page.getByRole("alert");
    await box.waitFor();
    assert.deepEqual(
        await box.getByRole("link").evaluateAll((links) => links.map((link) => link.hash)), ["#business_id", "#iban"],
        "told in the order of the fields",
    );
    for (const field of ["business_id", "iban"]) {
        const said = await box.locator(`a[href="#${field}"]`).innerText();
        await reads(page, said, `#${field}-error`);
    }
    assert.equal(await page.locator("#iban").inputValue(), "FI21 1234 5600 0007 86", "what was typed stays");
    await looksWell(person, "a wrong business ID and a wrong IBAN");
    await fill(page, { business_id: "0245894-7", iban: "FI21 1234 5600 0007 85" });
    await press(page, say("Save and continue"));
}

/** The nine sections; each is looked at as it is filled in. */
async function writes(person, draft) {
    const { say } = person;
    const goOn = async (section) => {
        await fill(person.page, dustsense[section]);
        await looksWell(person, `dustsense, ${section}`);
        await press(person.page, say("Save and continue"));
    };
    await follow(person.page, "Kerro hankkeesta");
    await typesAndSeesItSaved(person, draft);
    await fill(person.page, { project_kind: "single", starts: "1.11.2025", ends: "31.10.2028" });
    await looksWell(person, "dustsense, project");
    await press(person.page, say("Save and continue"));
    await stands(person.page, "Valitse teema ja tavoitteet");
    await fill(person.page, dustsense.themes);
    await picture(person, "fi-section", { tall: 1100 });
    await goOn("themes");
    await losesTheConnection(person);
    await goOn("summary");
    await goOn("plan");
    await goOn("main_funder");
    await goOn("notice");
    await looksWell(person, "dustsense, applicant");
    await mistypesTwoNumbers(person);
    await goOn("contact");
}

/** The sums are worked out as she types the years. */
async function seesThePlan(person) {
    const { page, say } = person;
    const plan = page.locator("section:has(> #plan)");
    await fill(page, dustsense.budget);
    await plan.getByText("151 401,00").first().waitFor();
    assert.deepEqual((await plan.locator(".v-plan .v-plan__sum").allInnerTexts()).map(plain), [
        "363 361,00 €", "151 401,00 €", "90 840,00 €",
    ]);
    await reads(page, "605 602,00 €", ".v-budget");
    await picture(person, "fi-budget", { tall: 1500 });
    await looksWell(person, "dustsense, budget");
    await press(page, say("Save and continue"));
}

/** Opens what was sent, changes it, sends it again: until then the first stands. */
async function changesWhatWasSent(person, draft, number) {
    const { page, say } = person;
    const stamp = (name) => page.locator(`.v-side dt:text-is("${say(name)}") + dd`).innerText().then(plain);
    const first = { hash: await page.locator(".v-hash").innerText(), arrived: await stamp("Arrived") };
    await press(page, say("Open for changes"));
    await reads(page, say("What you last sent stands until you send this version."));
    await looksWell(person, "the task list, reopened");
    await follow(page, "Yhdistä päärahoittajan hakemukseen");
    await fill(page, { main_funder_number: "A80777" });
    await press(page, say("Save and return to the tasks"));
    await follow(page, say("Open the receipt"));
    assert.equal(await page.locator(".v-hash").innerText(), first.hash, "what was sent stands");
    await looksWell(person, "the receipt, reopened");
    await follow(page, say("Open the application as sent"));
    await reads(page, "A80321");
    await page.goto(`${draft}/check`);
    await reads(page, say("What you last sent stands until you send this version. You get a new receipt at once; the number stays."));
    assert.equal(await send(person, draft), number, "the number stays");
    assert.notEqual(await page.locator(".v-hash").innerText(), first.hash);
    assert.equal(await stamp("Arrived for the first time"), first.arrived, "the first arrival is kept");
    await looksWell(person, "the receipt, sent again");
    await follow(page, say("Open the application as sent"));
    await reads(page, "A80777");
}

async function withdraws(person, draft, number) {
    const { page, say } = person;
    await page.goto(`${draft}/receipt`);
    await follow(page, say("Withdraw the application"));
    await looksWell(person, "before withdrawing");
    await press(page, say("Withdraw the application"));
    await reads(page, say("Withdrawn"), ".v-state");
    await stands(page, `Hakemus ${number} on peruutettu`);
    assert.equal(await page.getByRole("button", { name: say("Open for changes") }).count(), 0);
    assert.equal(await page.getByText(say("What happens next")).count(), 0);
    await looksWell(person, "the receipt, withdrawn");
    await follow(page, say("My applications"));
    await reads(page, say("Withdrawn"));
    await looksWell(person, "my applications, one withdrawn");
}

test("A project manager writes DustSense, loses the connection, sends, changes, sends again and withdraws", async (t) => {
    const town = await startTown(t);
    const person = await arrive(t, await openBrowser(t), town, { language: "fi" });
    const { say } = person;
    await enter(person, chydenius);
    const draft = await begin(person);
    await looksWell(person, "dustsense, nothing filled in");
    await writes(person, draft);
    await seesThePlan(person);
    await stands(person.page, "DustSense");
    await reads(person.page, say("Everything is filled in."));
    await picture(person, "fi-tasks", { tall: 1300 });
    await follow(person.page, say("Check and send"));
    await picture(person, "fi-check", { tall: 1000 });
    await looksWell(person, "dustsense, the check page");
    const number = await send(person, draft);
    await picture(person, "fi-receipt", { tall: 1000 });
    await changesWhatWasSent(person, draft, number);
    await withdraws(person, draft, number);
    person.calm();
});
