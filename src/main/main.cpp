// The command line.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>

#include "kit/db.h"
#include "main/call_commands.h"
#include "main/commands.h"
#include "main/town.h"

namespace {

using namespace vastin;

struct Options {
    town::Settings settings;
    std::string folder = "town";
    std::string database;
    bool fresh = false;
    identity::NewAccount account;
    std::string smtp, mail_from, smtp_secrets;
    bool smtp_plain = false;
    std::string role = "administrator", language = "fi";
};

std::string database_of(const Options& options) {
    if (!options.database.empty()) {
        return options.database;
    }
    std::filesystem::create_directories(options.folder);
    return options.folder + "/town.db";
}

/// Forgets the town in `folder`, unless a server runs on it.
void begin_afresh(const std::string& folder) {
    std::filesystem::create_directories(folder);
    kit::DatabaseSettings settings{.address = folder + "/town.db"};
    kit::Database::open(settings);  // takes the town's lock, or says that another vastin runs on it
    for (const char* name : {"town.db", "town.db-wal", "town.db-shm"}) {
        std::filesystem::remove(folder + "/" + name);
    }
}

/// A secret from the environment, taken out of it so that no process begun later has it.
std::string taken_from_environment(const char* name) {
    const char* value = std::getenv(name);
    std::string taken = value == nullptr ? "" : value;
    ::unsetenv(name);
    return taken;
}

/// Where letters leave to, as the command line and the environment or the file of secrets say.
std::optional<kit::MailSettings> mail_of(const Options& options) {
    std::string user = taken_from_environment("VASTIN_SMTP_USER");
    std::string password = taken_from_environment("VASTIN_SMTP_PASSWORD");
    if (options.smtp.empty()) {
        return std::nullopt;
    }
    if (!options.smtp_secrets.empty()) {
        std::ifstream file(options.smtp_secrets);
        if (!std::getline(file, user) || !std::getline(file, password)) {
            throw std::runtime_error(
                "--smtp-secrets: expected a file with the user on its first line and the "
                "password on its second");
        }
    }
    return kit::mail_settings(options.smtp, options.mail_from, user, password, options.smtp_plain);
}

int serve(Options& options, town::Mode mode) {
    options.settings.mode = mode;
    options.settings.mail = mail_of(options);
    if (mode == town::Mode::demo && options.fresh) {
        begin_afresh(options.folder);
    }
    options.settings.database = database_of(options);
    town::run(options.settings);
    return 0;
}

int admin(Options& options) {
    const auto role = identity::read_role(options.role);
    const auto language = read_language(options.language);
    if (!role || !language) {
        std::fprintf(stderr, "role: administrator, coordinator or applicant; language: fi, sv or en\n");
        return 1;
    }
    options.account.role = *role;
    options.account.language = *language;
    const std::string site = options.settings.site.empty() ? "http://127.0.0.1:8080" : options.settings.site;
    return town::invite(database_of(options), options.account, site);
}

void place(CLI::App* command, Options& options) {
    command->add_option("--town", options.folder, "folder of the town's database (SQLite)");
    command->add_option("--database", options.database, "postgresql://... instead of a folder");
}

void serving(CLI::App* command, Options& options) {
    place(command, options);
    command->add_option("--programme", options.settings.programme, "folder with programme.toml");
    command->add_option("--address", options.settings.address, "address to listen on");
    command->add_option("--port", options.settings.port, "port to listen on, 0: any free one");
    command->add_option("--site", options.settings.site, "address of the service as people know it, for letters");
    command->add_option("--workers", options.settings.workers, "threads that answer")->check(CLI::Range(1, 512));
    command->add_flag("--strict-templates", options.settings.strict, "a name that a template lacks is a fault (tests)");
}

void posting(CLI::App* command, Options& options) {
    auto* smtp =
        command->add_option("--smtp",
                            options.smtp,
                            "mail server, smtp://host:port or smtps://host:port; without it letters wait. User "
                            "and password: VASTIN_SMTP_USER, VASTIN_SMTP_PASSWORD or --smtp-secrets");
    auto* from = command->add_option("--mail-from", options.mail_from, "who writes: 'Name <address>'");
    smtp->needs(from);
    from->needs(smtp);
    command->add_option("--smtp-secrets", options.smtp_secrets, "file: the user's line, the password's line")
        ->needs(smtp);
    command
        ->add_flag(
            "--smtp-plain", options.smtp_plain, "smtp:// without TLS also to another machine: only over a safe way")
        ->needs(smtp);
}

/// What `vastin call` and `vastin schema` were asked.
struct CallOptions {
    town::CallFile file;
    std::string application, language = "fi", schema;
    bool json = false;
    CLI::App *call = nullptr, *check = nullptr, *schemas = nullptr;
};

void calling(CLI::App& app, CallOptions& options) {
    options.call = app.add_subcommand("call", "a call's file without a server (docs/calls.md)");
    options.call->require_subcommand(1);
    options.check = options.call->add_subcommand("check", "tell every fault of the file with line and column");
    auto* trying = options.call->add_subcommand("try", "judge an application by the call");
    for (CLI::App* command : {options.check, trying}) {
        command->add_option("file", options.file.file, "the call: FILE.toml")->required();
        command->add_option("--programme",
                            options.file.programme,
                            "folder with programme.toml; without it the one above the file, or none");
    }
    trying->add_option("application", options.application, "the application: APPLICATION.json")->required();
    trying->add_option("--lang", options.language, "fi, sv or en");
    trying->add_flag("--json", options.json, "tell as JSON");
    options.schemas = app.add_subcommand("schema", "print a published JSON Schema");
    options.schemas->add_option("name", options.schema, "application or call")->required();
}

/// The exit code of a command about calls, or nothing when it is another.
std::optional<int> run_call(const CallOptions& options) {
    if (*options.schemas) {
        return town::print_schema(options.schema);
    }
    if (!*options.call) {
        return std::nullopt;
    }
    return *options.check ? town::check_call(options.file)
                          : town::try_call(options.file, options.application, options.language, options.json);
}

int run(int argc, char** argv) {
    Options options;
    CallOptions calls;
    options.settings.programme = town::home().source + "/programmes/kokkola";
    CLI::App app("Vastin: a city's funding programme, from the call to what the money changed");
    app.require_subcommand(1);
    auto* demo = app.add_subcommand("demo", "serve a demo town whose clock the visitor moves");
    serving(demo, options);
    demo->add_flag("--fresh", options.fresh, "begin with an empty town");
    auto* production = app.add_subcommand("serve", "serve a town");
    serving(production, options);
    production->add_option(
        "--trusted-proxy", options.settings.trusted_proxy, "address whose X-Forwarded-For is believed");
    production->add_flag(
        "--plain-http", options.settings.plain_http, "cookies also without TLS: only behind a closed door");
    posting(production, options);
    auto* check = app.add_subcommand("check", "tell every mistake in a programme's files");
    check->add_option("folder", options.settings.programme, "folder with programme.toml")->required();
    auto* verify = app.add_subcommand("verify", "walk every audit chain, seal and frozen document");
    place(verify, options);
    auto* administer = app.add_subcommand("admin", "accounts");
    administer->require_subcommand(1);
    auto* create = administer->add_subcommand("create", "make an account and print its one-time link, valid 24 hours");
    place(create, options);
    create->add_option("--site", options.settings.site, "address of the service as people know it");
    create->add_option("--role", options.role, "administrator, coordinator or applicant");
    create->add_option("--language", options.language, "fi, sv or en");
    create->add_option("--organisation", options.account.organisation, "of an applicant");
    create->add_option("--business-id", options.account.business_id, "of an applicant's organisation");
    create->add_option("email", options.account.email, "address that signs in")->required();
    create->add_option("name", options.account.name, "the role in words, as the pages show it")->required();
    calling(app, calls);
    CLI11_PARSE(app, argc, argv);
    if (const auto done = run_call(calls)) {
        return *done;
    }
    if (*demo || *production) {
        return serve(options, *demo ? town::Mode::demo : town::Mode::serve);
    }
    if (*check) {
        return town::check_programme(options.settings.programme);
    }
    return *verify ? town::verify(database_of(options)) : admin(options);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "vastin: %s\n", error.what());
        return 1;
    }
}
