import assert from "node:assert/strict";
import { appendFile, cp, readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter, openSums } from "./story/steps.mjs";
import { freshFolder, startTown, top } from "./story/town.mjs";

const kokkola = path.join(top, "programmes/kokkola");

/** Kokkola's programme with 120 made-up projects more, so that the list has pages. */
async function longProgramme(t) {
    const folder = path.join(await freshFolder(t), "programme");
    await cp(kokkola, folder, { recursive: true });
    const made = Array.from({ length: 120 }, (_, at) => {
        const day = new Date(Date.UTC(2022, 0, 1 + at)).toISOString().slice(0, 10);
        const organisation = at % 10 === 0 ? "kpedu" : "oulu";
        return `
[[projects]]
code = "trial-${at}"
name = "Koehanke ${at}"
starts = ${day}
ends = 2026-12-31
support = ${1000 + at}
implementers = ["${organisation}"]
source = "deck-projects"
[[projects.themes]]
theme = "circular"
strand = "smart"
percent = 100
`;
    });
    await appendFile(path.join(folder, "projects.toml"), made.join(""));
    return folder;
}

/** The themes' names and the goals of the agreement, in one language. */
async function themesAndGoals(language) {
    const text = await readFile(path.join(kokkola, "programme.toml"), "utf8");
    const texts = [];
    for (const table of text.split(/\n(?=\[\[)/)) {
        if (/^\[\[themes(\.goals)*\]\]/.test(table)) {
            texts.push(new RegExp(`^(?:name = \\{.*?)?\\b${language} = "(.*?)"`, "m").exec(table)[1]);
        }
    }
    return texts;
}

async function readsTheAgreement(person, language) {
    const { page, say } = person;
    await page.goto(`/${language}`);
    await follow(page, say("Agreement"));
    const all = plain(await page.locator("main").innerText());
    const texts = await themesAndGoals(language);
    assert.equal(texts.length, 23, "two themes and 21 goals");
    for (const text of texts) assert.ok(all.includes(plain(text)), `"${text}" in the agreement`);
    await reads(page, "2025–2026", "section:has(> #frames)");
    await looksWell(person, "the agreement");
    await page.locator("main h3 a").last().click();
    const theme = plain(await page.locator("main").innerText());
    for (const text of texts.slice(-14)) assert.ok(theme.includes(plain(text)), `"${text}" in the theme`);
    await looksWell(person, "a theme");
    await page.goto(`/${language}/projects/teollisuuden-big-data`);
    const halves = (await page.locator("section:has(> #themes) .v-meta").allInnerTexts()).map(plain);
    assert.equal(halves.length, 2, "a project of two themes");
    for (const half of halves) assert.match(half, /^50 ?%, .*315[ ,]815[,.]50/, "is shared 50/50, and so is its support");
    await looksWell(person, "a project of two themes");
}

async function readsAGoal(person) {
    const { page, say } = person;
    await page.goto("/fi/themes/battery");
    await follow(page, "Akkuteemaan liittyvän yhteistyösillan rakentaminen Ruotsiin");
    await stands(page, "Akkuteemaan liittyvän yhteistyösillan rakentaminen Ruotsiin");
    await reads(page, "Kansainvälisen toiminnan kehittäminen");
    await reads(page, say("No source says yet which projects carry this goal."));
    await looksWell(person, "a goal");
    await follow(page, "AKKE-haku 2021");
    await stands(page, "AKKE-haku 2021");
}

/** The list of calls in its groups, a call that was held, and what changes when the city gives another sum. */
async function readsTheCalls(person) {
    const { page, say } = person;
    await page.goto("/fi/calls");
    assert.deepEqual(await page.locator("main h2").allInnerTexts(), [say("Open now"), say("Ended"), say("Follow the calls")]);
    assert.deepEqual(await page.locator("main h3").allInnerTexts(), [
        "Ekosysteemihaku 2025", "Ekosysteemihaku 2022", "AKKE-haku 2021",
    ]);
    await reads(page, "Päättyy ma 2.6.2025 klo 16.15");
    await looksWell(person, "the calls in their groups");
    await follow(page, "Ekosysteemihaku 2022");
    await reads(page, "enintään 60 % kokonaiskustannuksista");
    assert.equal(await page.getByRole("link", { name: say("Start an application") }).count(), 0, "it is over");
    await looksWell(person, "a call that was held");
    await page.goto("/fi/calls/2025");
    await page.locator("#total").fill("933 333");
    await page.locator("#what_if").fill("200 000");
    await press(page, say("Work out"));
    const tried = page.locator("section:has(> #tried)");
    await reads(page, "Jos Kokkola antaa 200 000,00 €", "section:has(> #tried)");
    assert.deepEqual((await tried.locator(".v-plan__sum").allInnerTexts()).map(plain), [
        "560 000,00 €", "200 000,00 €", "173 333,00 €",
    ]);
    await openSums(tried);
    await reads(page, say("A sum that is tried, not one by the rules."), "section:has(> #tried)");
    await looksWell(person, "what if the city gives another sum");
    await follow(page, say("Work out a project of that size"));
    await reads(page, "480 000,00 €", "section:has(> #plan)");
    await page.locator("#total").fill("100 000");
    await page.locator("#what_if").fill("90 000");
    await press(page, say("Work out"));
    await reads(page, "muilta jää enintään 40 000,00 €", ".v-error-box");
    await looksWell(person, "more than the others leave");
}

async function searchesTheProjects(person) {
    const { page, say } = person;
    await follow(page, say("Projects"));
    const names = () => page.locator("main .v-ledger h3").allInnerTexts();
    const seen = [];
    for (let turn = 1; ; ++turn) {
        const shown = await names();
        assert.ok(shown.length <= 50, "a page has at most 50 rows");
        seen.push(...shown);
        if (turn === 2) await looksWell(person, "the second page of the projects");
        const next = page.getByRole("link", { name: say("Next page"), exact: true });
        if ((await next.count()) === 0) break;
        await next.click();
    }
    assert.equal(seen.length, 125, "five real projects and 120 more");
    assert.equal(new Set(seen).size, 125, "each stands on one page");
    assert.equal(seen[0], "DustSense", "the newest first");
    const search = async (words) => {
        await page.getByRole("searchbox").fill(words);
        await press(page, say("Search"));
        return await names();
    };
    assert.deepEqual(await search("dustsense"), ["DustSense"]);
    assert.equal((await search("KPEDU")).length, 13, "by the name of an implementer");
    assert.equal((await search("0208916-8")).length, 13, "by a business ID");
    await looksWell(person, "a search of projects");
    assert.deepEqual(await search("<b>'%_"), [], "no sign means anything special");
    await looksWell(person, "a search that found nothing");
}

async function readsAProject(person) {
    const { page } = person;
    await page.goto("/fi/projects/dustsense");
    await stands(page, "DustSense");
    await reads(page, "363 361 €");
    const sums = (await page.locator(".v-plan .v-plan__sum").allInnerTexts()).map(plain);
    assert.deepEqual(sums, ["363 361,00 €", "151 401,00 €", "90 840,00 €"]); // 60, 25 and the rest of 605 602
    await openSums(page.locator("main"));
    await reads(page, "× 25 %", ".v-because--city");
    await looksWell(person, "a project, its sums opened");
}

async function readsTheStatements(person, language) {
    const { page, say } = person;
    await page.goto(`/${language}`);
    await follow(page, say("Accessibility statement"));
    await reads(page, "WCAG 2.2");
    await reads(page, say("If something is not accessible to you, tell us."));
    await reads(page, say("We answer within {0} days.", 14));
    await looksWell(person, "the accessibility statement");
    await follow(page, say("Privacy"));
    await looksWell(person, "the privacy statement");
    await follow(page, say("Help and contact"));
    await looksWell(person, "the help");
    await follow(page, say("Calls"));
    await reads(page, { fi: "Ekosysteemihaku 2025", sv: "Ekosystemutlysning 2025", en: "Ecosystem call 2025" }[language]);
    await looksWell(person, "the calls");
}

async function changesTheLanguage({ page }) {
    await page.goto("/fi/projects?q=KPEDU");
    for (const [name, language] of [["Svenska", "sv"], ["English", "en"], ["Suomi", "fi"]]) {
        await follow(page, name);
        assert.equal(page.url().replace(/^http:\/\/[^/]+/, ""), `/${language}/projects?q=KPEDU`, "the page is kept");
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        assert.equal(await page.locator("nav a[aria-current][hreflang]").innerText(), name);
    }
}

async function losesTheWay(person) {
    const { page, say } = person;
    const lost = ["/fi/nowhere", "/fi/projects/nothing", "/fi/calls/1999", "/fi/themes/x", "/fi/applications/zzz/receipt/x"];
    for (const address of lost) {
        assert.equal((await page.goto(address)).status(), 404, address);
        await stands(page, say("There is no such page"));
    }
    await looksWell(person, "no such page");
    await follow(page, say("To the front page"));
    assert.equal(new URL(page.url()).pathname, "/fi");
    assert.equal((await page.goto("/nowhere")).status(), 404);
    await stands(page, say("There is no such page"));
}

test("A citizen reads the agreement, finds a project and its money, and gets lost once", async (t) => {
    const town = await startTown(t, { more: ["--programme", await longProgramme(t)] });
    const browser = await openBrowser(t);
    const citizen = await arrive(t, browser, town, { language: "fi" });
    await readsTheAgreement(citizen, "fi");
    await readsAGoal(citizen);
    await readsTheCalls(citizen);
    await citizen.page.goto("/fi");
    await searchesTheProjects(citizen);
    await readsAProject(citizen);
    await readsTheStatements(citizen, "fi");
    await changesTheLanguage(citizen);
    await losesTheWay(citizen);
    citizen.calm();
});

for (const [language, title] of [
    ["sv", "A citizen reads the agreement and the statements in Swedish"],
    ["en", "A citizen reads the agreement and the statements in English"],
]) {
    test(title, async (t) => {
        const town = await startTown(t);
        const citizen = await arrive(t, await openBrowser(t), town, { language });
        await readsTheAgreement(citizen, language);
        await readsTheStatements(citizen, language);
        citizen.calm();
    });
}

/** Gives feedback in Swedish without an account; gives the address of its page. */
async function tellsWhatDoesNotWork(person) {
    const { page, say } = person;
    await page.goto("/sv/accessibility-statement");
    await follow(page, say("Give feedback on accessibility"));
    await press(page, say("Send the feedback"));
    await reads(page, say("Write what does not work for you."), ".v-error-box");
    await looksWell(person, "feedback without words");
    await page.locator("#text").fill("Skärmläsaren läser inte summorna.\nJag använder NVDA.");
    await page.locator("#email").fill("ingen adress");
    await press(page, say("Send the feedback"));
    assert.equal(await page.locator("#text").inputValue(), "Skärmläsaren läser inte summorna.\nJag använder NVDA.");
    await reads(page, say("“{0}” is not an e-mail address.", "ingen adress"), ".v-error-box");
    await page.locator("#email").fill("lasare@example.fi");
    await press(page, say("Send the feedback"));
    await stands(page, say("Waits for an answer"));
    await reads(page, "9.6.2025");
    await looksWell(person, "feedback that waits for its answer");
    return page.url();
}

async function answersIt(official, told) {
    const { page, say } = official;
    await enter(official, coordinator);
    await follow(page, "1 odottaa vastausta");
    await reads(page, "14 päivää jäljellä");
    await looksWell(official, "feedback on the desk");
    await follow(page, "Skärmläsaren läser inte summorna.");
    await reads(page, "lasare@example.fi");
    await press(page, say("Send the answer"));
    await reads(page, say("Write the answer."), ".v-error-box");
    await looksWell(official, "feedback to be answered");
    await page.locator("#answer").fill("Tack. Summorna har nu etiketter.");
    await press(page, say("Send the answer"));
    await stands(page, `${say("Feedback")} 1`);
    await reads(page, "Tack. Summorna har nu etiketter.", "section:has(> #answer)");
    await looksWell(official, "feedback answered");
    await page.goto(told);
    await reads(page, "Tack. Summorna har nu etiketter.");
}

test("Somebody tells without an account what does not work, and has an answer in time", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const citizen = await arrive(t, browser, town, { language: "sv" });
    const told = await tellsWhatDoesNotWork(citizen);
    const official = await arrive(t, browser, town, { language: "fi" });
    await answersIt(official, told);
    await citizen.page.goto(told);
    await stands(citizen.page, citizen.say("Answered"));
    await reads(citizen.page, "Tack. Summorna har nu etiketter.");
    assert.doesNotMatch(await citizen.page.locator("main").innerText(), /lasare@example/, "no address on the page");
    await citizen.page.goto("/sv/demo/mailbox");
    await reads(citizen.page, "lasare@example.fi", "article");
    citizen.calm();
    official.calm();
});
