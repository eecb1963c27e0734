#pragma once
// Inside call only: the money on the page of a call: pots, shares, the calculator and its plans.
#include "call/call_pages_calculator.h"
#include "page/page.h"

namespace vastin::call {

/// The sum of a pot into SUM and ABOUT of `view`.
void set_sum(kit::View& view, const programme::Announced& money);
/// A small mark beside what no source gives; the list of assumptions stands at the end of the page.
void mark(kit::View& view, const char* section, const Call& call, std::initializer_list<const char*> keys);

/// Sections MONEY_POT: each pot with whose money it is and who grants it.
void fill_pots(kit::View& body, const Call& call, const programme::Programme& programme);
/// The share bar, the names of the payers and the table of the shares.
void fill_shares(kit::View& body, const Call& call);
/// The fields of the calculator as typed, and what came out: sections PLAN and TRIED.
void fill_calculator(kit::View& body,
                     const page::Visit& visit,
                     const Call& call,
                     const CalculatorTyped& typed,
                     const Calculated& result);

/// Of a call that ends with its money: how much of it has been applied for. Gives whether there is any left.
bool fill_applied(kit::View& body, const page::Visit& visit, const Call& call, Money asked);

}  // namespace vastin::call
