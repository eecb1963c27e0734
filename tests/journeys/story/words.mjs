// What the program says, in the language of the story: the same catalogues as the program's own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { top } from "./town.mjs";

const unquoted = (text) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => JSON.parse(`"${m[1]}"`)).join("");

/** texts/fi.po as English sentence -> translation (of many forms, the first). */
function catalogue(language) {
    const said = new Map();
    for (const entry of readFileSync(path.join(top, `texts/${language}.po`), "utf8").split(/\n\n+/)) {
        const id = /^msgid (.*(?:\n".*)*)/m.exec(entry);
        const text = /^msgstr(?:\[0\])? (.*(?:\n".*)*)/m.exec(entry);
        if (id && text) said.set(unquoted(id[1]), unquoted(text[1]));
    }
    return said;
}

/** A function that says an English sentence of the program in `language`, with values for {0}, {1}... */
export function wordsOf(language) {
    const said = language === "en" ? null : catalogue(language);
    return (english, ...values) => {
        const text = said ? said.get(english) : english;
        assert.ok(text, `${language}.po has no "${english}"`);
        return text.replace(/\{(\d)\}/g, (_, at) => values[at]);
    };
}
