#pragma once
// Inside desk only: an official's list of applications as a table for spreadsheet programs.
#include "desk/desk_list_store.h"
#include "flow/world.h"
#include "kit/sheet.h"

namespace vastin::desk {

/// All that matches `filter`, at most `most` rows, with all columns an official needs: number, state, times, project,
/// organisations, themes, sums by payer, every short answer of the call's form (bank accounts left out), checksum and
/// address. In `language`; read in pages, each in a transaction of its own.
kit::Sheet sheet_of(
    const flow::World& world, const call::Call& call, const Filter& filter, Language language, std::int64_t most);

}  // namespace vastin::desk
