#pragma once
// Signing in with a password, the one-time link that sets one, signing out.
#include <span>
#include <string>
#include <string_view>

#include "page/page.h"

namespace vastin::page {

/// /sign-in and /welcome/{token}: for a town in production. The demo has a sign-in page of its own.
std::span<const Route> sign_in_routes();
/// /sign-out: for both.
std::span<const Route> sign_out_routes();

/// Where to go after signing in: `next` when it is a path of our own, else the person's own page ("/applications" or
/// "/desk").
std::string after_sign_in(const Visit& visit, std::string_view next, identity::Role role);
/// 303 to `path` (with its language) with the cookie of `token`; what this browser had parked is then done by the
/// Router.
kit::Response signed_in_redirect(Visit& visit, const std::string& path, std::string_view token);
/// 303 to `path`, which begins with its language and was judged by after_sign_in().
kit::Response redirect_to(const Visit& visit, const std::string& path);

}  // namespace vastin::page
