#pragma once
// The coordinator's pages: what is to be done, what has arrived in each call, each application as a case.
#include <span>

#include "desk/desk_list_store.h"
#include "page/page.h"

namespace vastin::desk {

std::span<const page::Route> routes();

/// The name of the project, or that it has none.
std::string title_of(const Row& row, const page::Visit& visit);

// The handlers, each in its own file. Inside desk only.
kit::Response call_page(page::Visit& visit);
kit::Response export_list(page::Visit& visit);
kit::Response case_page(page::Visit& visit);
kit::Response as_sent(page::Visit& visit);
kit::Response as_sent_pdf(page::Visit& visit);
kit::Response file_sent(page::Visit& visit);
kit::Response mark_looked_at(page::Visit& visit);
kit::Response contacts_list(page::Visit& visit);
kit::Response note_contact(page::Visit& visit);
kit::Response let_through(page::Visit& visit);
/// On the page of a case: the button that lets it through to the second stage of its call, where there is one.
void fill_stage(kit::View& body, const page::Visit& visit, const Row& row);

}  // namespace vastin::desk
