#include "page/guard.h"

#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::page {

bool from_our_pages(const kit::Request& request, const flow::World& world) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin") {
        return false;
    }
    const std::string_view origin = request.header("origin");
    if (origin.empty()) {
        return true;  // an old browser or a tool: a signed-in person's form still needs its secret
    }
    if (!world.address.empty() && origin == world.address) {
        return true;
    }
    const std::size_t scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.header("host");
}

bool holds_secret(const kit::Fields& form, const identity::Person& person) {
    const std::string* given = form.find("form_secret");
    return given != nullptr && !person.form_secret.empty() && kit::same_secret(*given, person.form_secret);
}

Problem foreign_form() {
    return {say("The form was not accepted"),
            {say("It was sent from a page that was opened before you last signed in, or from another site. Nothing was "
                 "saved."),
             say("Go back with the browser’s Back button, copy what you wrote, load the page again and send it anew.")},
            "",
            {},
            ""};
}

Problem signed_out(const Visit& visit) {
    return {say("You are not signed in"),
            {say("Your session may have ended while the page was open. Nothing was saved."),
             visit.request.header("content-type").starts_with("multipart/")
                 ? say("Files are not kept while you sign in. Sign in and choose the file again.")
                 : say("Go back with the browser’s Back button and copy what you wrote. Then sign in and send it "
                       "anew.")},
            "",
            say("Sign in"),
            address(visit, "/sign-in")};
}

Problem problem_of(int status, const kit::Request& request) {
    switch (status) {
        case 400:
            return {say("The request could not be read"),
                    {say("The browser sent something that this service does not understand. Nothing was saved.")},
                    "",
                    {},
                    ""};
        case 403:
            return foreign_form();
        case 415:
            return {say("This address does not take files"),
                    {say("The form that was sent holds a file or has a form that this page does not read. Nothing was "
                         "saved.")},
                    "",
                    {},
                    ""};
        case 405:
            return {say("This address does not take that"),
                    {say("The page exists, but not for this kind of request. Nothing was saved.")},
                    "",
                    {},
                    ""};
        case 408:
            return {say("It took too long"),
                    {say("The whole request did not arrive in time. Nothing was saved. Check the connection and try "
                         "again.")},
                    "",
                    {},
                    ""};
        case 413:
            if (request.header("content-type").starts_with("multipart/")) {
                return {say("The files are too large together"),
                        {say("One form takes at most {0} files, each at most {1} MB. Nothing was saved.",
                             static_cast<std::int64_t>(kit::limits::upload_files),
                             static_cast<std::int64_t>(kit::limits::upload_file / 1024 / 1024)),
                         say("Go back and add fewer or smaller files at a time.")},
                        "",
                        {},
                        ""};
            }
            [[fallthrough]];
        case 414:
        case 431:
            return {say("Too much at once"),
                    {say("The request was larger than this service takes. Nothing was saved. Shorten the texts and try "
                         "again.")},
                    "",
                    {},
                    ""};
        case 503:
            return {say("The service is busy"),
                    {say("Nothing was saved. Wait a minute and try again."),
                     say("If a call closes while the service cannot be reached, the coordinator of the call can record "
                         "when you tried.")},
                    request.number,
                    {},
                    ""};
        default:
            return {say("Something went wrong"),
                    {say("The fault is ours and has been recorded. What you sent last was not saved."),
                     say("Try again. If it happens again, tell us the number below.")},
                    request.number,
                    {},
                    ""};
    }
}

}  // namespace vastin::page
