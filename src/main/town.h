#pragma once
// A town running: everything wired together. The only place that knows all areas.
#include <memory>
#include <optional>
#include <string>

#include "flow/world.h"
#include "kit/db.h"
#include "kit/mail.h"

namespace vastin::town {

enum class Mode { demo, serve };

struct Settings {
    Mode mode = Mode::serve;
    std::string database;   // a file, or postgresql://...
    std::string programme;  // folder with programme.toml; published at start when it changed
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string site;  // "https://tuki.kokkola.fi": what letters link to; "" made from address and port
    std::string trusted_proxy;
    int workers = 64;                       // threads; each waits while its write is flushed with the others'
    bool plain_http = false;                // cookies also without TLS; a demo always
    std::optional<kit::MailSettings> mail;  // serve: where letters leave to; nothing: they wait
    bool strict = false;                    // templates: an unset name is a fault (tests and journeys)
};

/// Where the program's own files are: templates, migrations, style, catalogues.
struct Home {
    std::string source, build;
};
Home home();

/// Opens the database, brings it up to date, publishes the programme, serves until SIGTERM or SIGINT. Prints the
/// address to stdout when it is ready. Throws std::runtime_error with a clear sentence when it cannot begin.
void run(const Settings& settings);

/// What main binds to the moves of lives, in AREAS order.
std::vector<flow::Follower> followers();

}  // namespace vastin::town
