#pragma once
// What a town runs on, in one argument: its database, clock, words and templates, and who follows what.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "kit/clock.h"
#include "kit/db.h"
#include "kit/html.h"
#include "kit/pdf.h"
#include "kit/words.h"

namespace vastin::flow {

class Act;

/// An act of a later area bound to a move of a life of an earlier one: it runs in the same transaction, under the same
/// Act, in AREAS order, and is audited with the life. main lists them all by name.
struct Follower {
    std::string_view life;   // "application"
    std::string_view event;  // "send"
    std::string_view name;   // "desk: note the arrival", for the docs drawn from the life
    void (*act)(Act&, const IdText& thing);
};

struct World {
    kit::Database& database;
    kit::Clock& clock;
    const kit::Words& words;
    const kit::Templates& templates;
    std::vector<Follower> followers;
    bool demo = false;                   // the moving clock, the mailbox and signing in by one click exist
    bool secure = true;                  // cookies only over TLS
    std::string address = {};            // "https://tuki.kokkola.fi": what letters link to
    const kit::PdfMaker* pdf = nullptr;  // nothing: no PDF is made here
    std::string migrations = {};         // folder of the SQL that makes a database, for a rehearsal's own
};

}  // namespace vastin::flow
