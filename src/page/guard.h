#pragma once
// Inside page only: whether a form that was posted is ours, and the words when it is not.
#include "page/page_frame.h"

namespace vastin::page {

/// Whether Origin and Sec-Fetch-Site, where the browser sends them, say that a page of ours posted this.
bool from_our_pages(const kit::Request& request, const flow::World& world);
/// Whether the form holds the secret of the person's session.
bool holds_secret(const kit::Fields& form, const identity::Person& person);
/// 403: posted from elsewhere or from a page of an earlier session.
Problem foreign_form();
/// 403: posted by somebody who is not, or no more, signed in.
Problem signed_out(const Visit& visit);
/// The words of an answer that the edge gives by itself, and of 405.
Problem problem_of(int status, const kit::Request& request);

}  // namespace vastin::page
