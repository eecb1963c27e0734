// What has to be there before somebody may enter a call: a contact that the office has noted, a project that was let
// through in the first stage, and only one project from each region. Each no is said in a sentence, and the way on is open.
import assert from "node:assert/strict";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, press, reads, stands } from "./story/person.mjs";
import { answer, begin, centria, chydenius, coordinator, enter, send, whole, writeDraft } from "./story/steps.mjs";
import { programmeWith, startTown } from "./story/town.mjs";

const contact = {
    fi: "Ota yhteyttä hankekoordinaattoriin ennen hakemista.",
    sv: "Kontakta projektkoordinatorn före ansökan.",
    en: "Contact the project coordinator before applying.",
};
const inToml = ({ fi, sv, en }) => `{ fi = "${fi}", sv = "${sv}", en = "${en}" }`;
/** The text of a call with a table of its own before its window. */
const beforeWindow = (text, table) => text.replace("\n[window]\n", `\n${table}\n[window]\n`);

test("A contact comes first: Anna is refused until the coordinator has noted it", async (t) => {
    const change = (text) => beforeWindow(text, `[contact_before]\ntext = ${inToml(contact)}\n`);
    const town = await startTown(t, { more: await programmeWith(t, { change }) });
    const browser = await openBrowser(t);
    const anna = await arrive(t, browser, town, { language: "fi" });
    await anna.page.goto("/fi/calls/2025");
    await reads(anna.page, contact.fi);
    await enter(anna, centria);
    const draft = await writeDraft(anna);
    await anna.page.goto(`${draft}/check`);
    await reads(anna.page, contact.fi);
    assert.equal(await anna.page.getByRole("button", { name: anna.say("Send the application") }).count(), 0);
    await looksWell(anna, "a contact is wanting before sending");

    const nora = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = nora;
    await enter(nora, coordinator);
    await page.goto("/fi/desk/calls/2025");
    await follow(page, say("Note and see contacts"));
    await stands(page, say("Contacts before applying"));
    await page.locator("#business_id").fill("1097805-4");
    await page.locator("#day").fill("26.5.2025");
    await press(page, say("Note the contact"));
    await page.locator(".v-error-box").waitFor();
    await looksWell(nora, "a contact with a wrong business ID");
    await page.locator("#business_id").fill("1097805-3");
    await page.locator("#note").fill("Puhelu: aihe sopii hakuun");
    await press(page, say("Note the contact"));
    await reads(page, "Puhelu: aihe sopii hakuun");
    await looksWell(nora, "contacts before applying");

    await anna.page.goto(`${draft}/check`);
    await send(anna, draft);
    for (const person of [anna, nora]) person.calm();
});

test("The second stage takes only who was let through, with what was answered in the first", async (t) => {
    const second = (text) =>
        beforeWindow(
            text
                .replace('code = "2025"', 'code = "2025-2"')
                .replace('register_series = "KOK-2025"', 'register_series = "KOK-2025-2"')
                .replace(/^name = .*$/m, `name = ${inToml({ fi: "Toinen vaihe", sv: "Andra skedet", en: "Second stage" })}`),
            '[stage]\nafter = "2025"\n',
        );
    const town = await startTown(t, { more: await programmeWith(t, { calls: { "2025-2": second } }) });
    const browser = await openBrowser(t);
    const anna = await arrive(t, browser, town, { language: "en" });
    await enter(anna, centria);
    const number = await send(anna, await writeDraft(anna, { title: "Cathodes again" }));
    await anna.page.goto("/en/calls/2025-2");
    await reads(anna.page, "Only a project that was let through in the first stage, the call 2025, may apply.");
    await anna.page.goto("/en/calls/2025-2/apply");
    await reads(anna.page, "Only a project that was let through in the first stage may enter it, and you have none there.");
    assert.equal(await anna.page.locator("main form button").count(), 0, "no button that would lead nowhere");
    await looksWell(anna, "not let through to the second stage");

    const nora = await arrive(t, browser, town, { language: "en" });
    const { page, say } = nora;
    await enter(nora, coordinator);
    await page.goto("/en/desk/calls/2025");
    await page.getByRole("link", { name: "Cathodes again" }).first().click();
    await page.waitForURL(/desk\/applications/);
    await looksWell(nora, "a case that may go on to the second stage");
    await press(page, say("Let through to the second stage"));
    await reads(page, say("Let through to the second stage."));
    assert.equal(await page.getByRole("button", { name: say("Let through to the second stage") }).count(), 0);

    await anna.page.goto("/en/demo/mailbox");
    await reads(anna.page, "/calls/2025-2/apply"); // in the language of her account
    const draft = await begin(anna, "2025-2");
    await stands(anna.page, "Cathodes again");
    await looksWell(anna, "a draft of the second stage");
    await anna.page.goto(`${draft}/sections/summary`);
    assert.equal(await anna.page.locator("[name=public_summary]").inputValue(), whole.summary.public_summary);
    await anna.page.goto(`${draft}/check`);
    await press(anna.page, anna.say("Send the application"));
    await reads(anna.page, "KOK-2025-2-001");
    assert.notEqual(number, "KOK-2025-2-001");
    for (const person of [anna, nora]) person.calm();
});

test("One project from a region: the second is told so, and is taken from another region", async (t) => {
    const region = `
[[form.sections.fields]]
key = "region"
kind = "choice"
required = true
label = ${inToml({ fi: "Seutu", sv: "Region", en: "Region" })}
options = [
    { value = "kokkola", name = ${inToml({ fi: "Kokkola", sv: "Karleby", en: "Kokkola" })} },
    { value = "kaustinen", name = ${inToml({ fi: "Kaustinen", sv: "Kaustby", en: "Kaustinen" })} },
]
`;
    const themes = '\n[[form.sections]]\nkey = "themes"\n';
    const change = (text) => beforeWindow(text, '[one_project]\nper = "region"\n').replace(themes, `${region}${themes}`);
    const town = await startTown(t, { more: await programmeWith(t, { change }) });
    const browser = await openBrowser(t);
    const project = (where) => ({ ...whole.project, region: where });
    const anna = await arrive(t, browser, town, { language: "fi" });
    await anna.page.goto("/fi/calls/2025");
    await reads(anna.page, "Hakuun otetaan yksi hanke kutakin vastausta kohti: Seutu.");
    await looksWell(anna, "a call with rules of its own");
    await enter(anna, centria);
    const hers = await writeDraft(anna);
    await answer(anna, hers, "project", project("kokkola"));
    await send(anna, hers);

    const frans = await arrive(t, browser, town, { language: "sv" });
    const { page } = frans;
    await enter(frans, chydenius);
    const his = await writeDraft(frans);
    await answer(frans, his, "project", project("kokkola"));
    await page.goto(`${his}/check`);
    await reads(page, frans.say("This call takes one project from each area, and one has arrived from this one already."));
    await looksWell(frans, "a region that has its project");
    await answer(frans, his, "project", project("kaustinen"));
    await send(frans, his);
    for (const person of [anna, frans]) person.calm();
});
