#pragma once
// Signing in with a password, the one-time link that sets one, signing out.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/field.h"
#include "page/page.h"

namespace vastin::page {

/// /sign-in, for a town in production. The demo has a sign-in page of its own, with the same form on it.
std::span<const Route> sign_in_routes();
/// /welcome/{token} and /sign-out: for both.
std::span<const Route> welcome_routes();

/// Fills {{>SIGN_IN_FORM}} with address, password and the ways for those who have none.
void sign_in_form(kit::View& view,
                  const Visit& visit,
                  const std::string& email = {},
                  const std::vector<Reason>& reasons = {});
/// Signs in with the posted address and password, or shows the sign-in page with the reason.
kit::Response try_sign_in(Visit& visit);

/// A page of one form: heading, fields, one button.
struct OneForm {
    Phrase heading{};
    Phrase lead{};  // may be empty
    std::string action{};
    std::vector<FieldView> fields{};
    Phrase button{};
    std::string back{};  // where giving up leads, without language; "" nowhere
};
kit::Response one_form(Visit& visit, const OneForm& form, const std::vector<Reason>& reasons, int status);
/// A page that says what happened, and where to go next (may be empty).
struct Told {
    Phrase heading{};
    std::vector<Phrase> said{};
    Phrase link{};
    std::string link_to{};  // without language
};
kit::Response told(Visit& visit, const Told& what);
/// The field of a new password.
FieldView new_password_field(const std::vector<Reason>& reasons);
/// The status of a page that says why not.
int status_of(const Refusal& refusal);

/// `next` when it is a path of our own and nothing that a browser reads as another address, else "".
std::string own_path(std::string_view next);
/// "?next=..." for `next`, "" where there is none.
std::string going(const std::string& next);
/// Where to go after signing in: `next` when it is a path of our own, else the person's own page ("/applications" or
/// "/desk").
std::string after_sign_in(const Visit& visit, std::string_view next, identity::Role role);
/// 303 to `path` (with its language) with the cookie of `token`; what this browser had parked is then done by the
/// Router.
kit::Response signed_in_redirect(Visit& visit, const std::string& path, std::string_view token);
/// 303 to `path`, which begins with its language and was judged by after_sign_in().
kit::Response redirect_to(const Visit& visit, const std::string& path);

}  // namespace vastin::page
