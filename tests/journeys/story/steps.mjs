// What people of several stories do the same way.
import assert from "node:assert/strict";
import { press } from "./person.mjs";

export const centria = "Projektipäällikkö · Centria";
export const oulu = "Tutkimuspäällikkö · Oulun yliopisto";
export const chydenius = "Projektledare · Chydenius";
export const coordinator = "Hankekoordinaattori · Kokkola";

/** Answers of a whole application, section by section: 666 666.43 of pay and 40 % make 933 333.00 in all. */
export const whole = {
    project: { project_name: "Akkuaine kiertoon", project_kind: "single", starts: "1.11.2025", ends: "31.10.2027" },
    themes: { themes: { battery: "60", circular: "40" }, goals: ["1.2", "2.2"] },
    summary: { public_summary: "Katodien metallit palaavat akkujen raaka-aineeksi." },
    plan: {
        need: "Kierrätetystä katodiaineesta puuttuu prosessi.",
        objective: "Kokkolassa osataan palauttaa katodien metallit.",
        actions: "Centria rakentaa kokeen ja mittaa saannon.",
        outputs: "Koelaitteisto ja julkinen raportti.",
        effects: "Uusi arvoketju alueelle.",
    },
    main_funder: { main_funder: "Keski-Pohjanmaan liitto" },
    notice: { decision_language: "fi", electronic_notice: "yes" },
    applicant: {
        official_name: "Centria-ammattikorkeakoulu",
        business_id: "1097805-3",
        organisation_type: "university_of_applied_sciences",
        street: "Talonpojankatu 2",
        postal_code: "67100",
        city: "Kokkola",
        iban: "FI21 1234 5600 0007 85",
        vat: "cost",
    },
    contact: { contact_name: "Projektipäällikkö", contact_email: "pp@centria.example", contact_phone: "044 000 0000" },
    budget: { pay: { 2025: "50000", 2026: "333333,43", 2027: "283333" }, applicant_kind: "public" },
};

/** In the demo town: one click on the door of this name. */
export async function enter({ page, say, language }, name) {
    if (!page.url().includes("/sign-in")) await page.goto(`/${language}/sign-in`);
    await press(page, `${say("Sign in")} ${name}`);
    await page.getByText(name, { exact: true }).first().waitFor();
}

/** The answers by the names of their fields: shares and sums by what they are of, boxes that are ticked. */
function byName(answers) {
    return Object.entries(answers).flatMap(([key, answer]) => {
        if (typeof answer === "string") return [[key, answer]];
        if (Array.isArray(answer)) return answer.map((ticked) => [`${key}.${ticked}`, "1"]);
        return Object.entries(answer).map(([of, text]) => [`${key}.${of}`, text]);
    });
}

/** The menu under the person's name, opened. */
export async function openMenu(page) {
    await page.locator(".v-menu > summary").click();
}

/** Signs out by the menu under the name. */
export async function signOut({ page, say }) {
    await openMenu(page);
    await press(page, say("Sign out"));
}

/** Fills the fields of the open section, by their names in the form. */
export async function fill(page, answers) {
    for (const [name, answer] of byName(answers)) {
        const field = page.locator(`form.v-form [name="${name}"]`);
        const type = await field.first().getAttribute("type");
        if (type === "radio") await page.locator(`[name="${name}"][value="${answer}"]`).check();
        else if (type === "checkbox") await field.check();
        else await field.fill(answer);
    }
}

/** Saves a section without looking at it: what its page would post. Refused, it says why. */
export async function answer({ context }, draft, section, answers, part = 1) {
    const address = `${draft}/sections/${section}`;
    const html = await (await context.request.get(`${address}?part=${part}`)).text();
    const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(html.indexOf("data-autosave")))[1];
    const guards = { form_secret: hidden("form_secret"), version: hidden("version"), part: String(part) };
    const saved = await context.request.post(address, {
        form: { ...guards, ...Object.fromEntries(byName(answers)) },
        headers: { "X-Vastin-Autosave": "1" },
    });
    assert.equal(saved.status(), 200, `${section}: ${await saved.text()}`);
}

/** Begins a draft in the call; ends on its task list. Gives the draft's path. */
export async function begin({ page, say, language }, call = "2025") {
    await page.goto(`/${language}/calls/${call}/apply`);
    await page.locator("main form button").click();
    await page.waitForURL(/\/applications\/[0-9a-z]{26}$/);
    await page.getByText(say("Draft – not sent")).waitFor();
    return new URL(page.url()).pathname;
}

/** Begins a draft and fills it; ends on its task list. Gives the draft's path. */
export async function writeDraft(person, { title = whole.project.project_name } = {}) {
    const draft = await begin(person);
    for (const [section, answers] of Object.entries(whole)) {
        await answer(person, draft, section, section === "project" ? { ...answers, project_name: title } : answers);
    }
    await person.page.goto(draft);
    return draft;
}

/** From the check page of the draft to its receipt; gives the register number. */
export async function send({ page, say }, draft) {
    await page.goto(`${draft}/check`);
    await press(page, say("Send the application"));
    await page.waitForURL(`**${draft}/receipt`);
    const number = await page.locator("h1 .v-id").innerText();
    assert.match(number, /^KOK-2025-\d{3}$/);
    return number;
}

/** The demo town's clock: "last-hour", "after-deadline" or "call-open". */
export async function moveClock({ page, say }, moment) {
    const names = {
        "last-hour": "To the last hour",
        "after-deadline": "After the deadline",
        "call-open": "Back to a week before",
    };
    await press(page, say(names[moment]));
    await page.waitForLoadState();
}

/** Opens every sum in `place`, and those that stand inside of it. */
export async function openSums(place) {
    const closed = place.locator("details:not([open]) > summary");
    while (await closed.count()) await closed.first().click();
}

/**
 * The next save of itself that the server took. Begun before what makes the page save: a promise made after it may wait for an
 * answer that has come already.
 */
export const saved = (page) => page.waitForResponse((it) => it.request().method() === "POST" && it.status() === 200);
