// Files: added, refused with the cause, sent with the application, fetched by the office, and the checksum looked up.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { looksWell, picture } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { centria, coordinator, enter, send, writeDraft } from "./story/steps.mjs";
import { startTown } from "./story/town.mjs";

/** A PDF of one empty page. */
function pdf(text) {
    const body = `%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n% ${text}\n`;
    const tail = `xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
    return Buffer.from(body + tail);
}
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** Chooses files in a place and adds them. */
async function add({ page, say }, place, files) {
    await page.locator(`[id="attachments.${place}-file"]`).setInputFiles(files);
    await Promise.all([
        page.waitForEvent("load"),
        page.locator(`section[id="attachments.${place}"]`).getByRole("button", { name: say("Add") }).click(),
    ]);
}
const listed = (page, place) => page.locator(`section[id="attachments.${place}"] .v-files li`);

async function downloads(page, name) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).first().click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What cannot be used is told at its place, and what can be is taken beside it. */
async function choosesWrongOnes(person) {
    const { page, say } = person;
    await add(person, "other", [file("kuva.pdf", Buffer.from("MZ\x90\0program")), file("tyhjä.txt", Buffer.alloc(0)), file("suunnitelma.txt", Buffer.from("Suunnitelma\n"))]);
    const told = plain(await page.getByRole("alert").innerText());
    assert.ok(told.includes(plain(say("The file “{0}” is a program, whatever its name says. Send a document.", "kuva.pdf"))), told);
    assert.ok(told.includes(plain(say("The file “{0}” is empty. Check that it was saved, and choose it again.", "tyhjä.txt"))), told);
    assert.equal(await listed(page, "other").count(), 1, "the good one was taken");
    await looksWell(person, "attachments, two refused");
    await add(person, "other", [file("iso.txt", Buffer.alloc(20 * 1024 * 1024 + 1, "x"))]);
    assert.match(await page.getByRole("alert").innerText(), /iso\.txt.*20 Mt/s, "the limit is named");
    assert.equal(await listed(page, "other").count(), 1);
}

test("Files are added and refused with the cause, sent with the application, and fetched by the office", async (t) => {
    const town = await startTown(t);
    const browser = await openBrowser(t);
    const person = await arrive(t, browser, town, { language: "fi" });
    const { page, say } = person;
    await enter(person, centria);
    const draft = await writeDraft(person, { title: "Akkuaine kiertoon" });
    await follow(page, say("Add and look at attachments"));
    await stands(page, say("Attachments"));
    await looksWell(person, "attachments, none yet");
    const funder = pdf("EURA 2021");
    await add(person, "main-funder-application", [file("eura-hakemus.pdf", funder)]);
    assert.equal(await listed(page, "main-funder-application").count(), 1);
    await choosesWrongOnes(person);
    await page.goto(`${draft}/attachments`);
    await looksWell(person, "attachments, two there");
    await picture(person, "fi-attachments", { tall: 1100 });
    await Promise.all([page.waitForEvent("load"), listed(page, "other").getByRole("button", { name: say("Remove") }).click()]);
    assert.equal(await listed(page, "other").count(), 0);
    await add(person, "other", [file("aiesopimus ü 😀.pdf", pdf("letter")), file("taulukko.csv", Buffer.from("a;b\n1;2\n"))]);
    assert.equal(await listed(page, "other").count(), 2);
    assert.deepEqual((await downloads(page, "eura-hakemus.pdf")).bytes, funder, "byte for byte");

    await page.goto(`${draft}/check`);
    await reads(page, "aiesopimus ü 😀.pdf");
    await looksWell(person, "the check page with attachments");
    await send(person, draft);
    const hash = (await page.locator(".v-hash").innerText()).replace(/\s/g, "");
    await follow(page, say("Check it"));
    await reads(page, say("The checksum belongs to an application"));
    await reads(page, "KOK-2025-001");
    await looksWell(person, "a checksum that belongs to an application");
    await page.goto(`/fi/verify?hash=${hash.replace(/^./, (c) => (c === "0" ? "1" : "0"))}`);
    await reads(page, say("No application has this checksum"));
    await looksWell(person, "a checksum that belongs to none");
    await page.goto(`${draft}/receipt`);
    for (const [link, name] of [["Receipt as PDF", "KOK-2025-001-kuittaus.pdf"], ["The application as PDF", "KOK-2025-001.pdf"]]) {
        if (name === "KOK-2025-001.pdf") await page.goto(`${draft}/sent`);
        const paper = await downloads(page, say(link));
        assert.equal(paper.name, name);
        assert.ok(paper.bytes.subarray(0, 8).toString() === "%PDF-1.7" && paper.bytes.includes("/Lang (fi)"), "a PDF in Finnish");
    }
    await reads(page, "eura-hakemus.pdf");
    await looksWell(person, "the application as sent with attachments");
    person.calm();

    const official = await arrive(t, browser, town, { language: "fi" });
    await enter(official, coordinator);
    await follow(official.page, "Akkuaine kiertoon");
    await looksWell(official, "a case with attachments");
    const got = await downloads(official.page, "eura-hakemus.pdf");
    assert.equal(got.name, "eura-hakemus.pdf");
    assert.deepEqual(got.bytes, funder);
    official.calm();
});
