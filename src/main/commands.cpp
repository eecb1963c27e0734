#include "main/commands.h"

#include <cstdio>

#include "document/attachment.h"
#include "document/document.h"
#include "flow/audit.h"
#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "main/town.h"
#include "project/data_folder.h"

namespace vastin::town {

int check_programme(const std::string& folder) {
    const auto faults = project::check_folder(folder);
    for (const kit::Fault& fault : faults) {
        std::printf("%s\n", fault.text().c_str());
    }
    std::printf(faults.empty() ? "%s: no mistakes\n" : "%s: %zu mistakes\n", folder.c_str(), faults.size());
    return faults.empty() ? 0 : 1;
}

int verify(const std::string& address) {
    kit::DatabaseSettings settings{.address = address};
    settings.readers = 1;
    settings.read_only = true;
    const auto database = kit::Database::open(settings);
    auto found = flow::verify(*database);
    std::int64_t documents = 0;
    const auto changed = document::verify(*database, "application.send", documents);
    found.faults.insert(found.faults.end(), changed.begin(), changed.end());
    std::int64_t files = 0;
    const auto spoiled = document::verify_files(*database, files);
    found.faults.insert(found.faults.end(), spoiled.begin(), spoiled.end());
    for (const std::string& fault : found.faults) {
        std::printf("%s\n", fault.c_str());
    }
    std::printf("%lld records of %lld cases, %lld seals, %lld files, %lld submissions: %s\n",
                static_cast<long long>(found.records),
                static_cast<long long>(found.cases),
                static_cast<long long>(found.seals),
                static_cast<long long>(files),
                static_cast<long long>(documents),
                found.faults.empty() ? "whole" : "NOT whole");
    return found.faults.empty() ? 0 : 1;
}

int invite(const std::string& address, const identity::NewAccount& account, const std::string& site) {
    const Home files = home();
    kit::DatabaseSettings settings{.address = address};
    settings.readers = settings.writers = 1;
    const auto database = kit::Database::open(settings);
    database->migrate(files.source + "/migrations");
    kit::Clock clock;
    const kit::Words words(files.build + "/texts", Zone("Europe/Helsinki"));
    const kit::Templates templates(files.source + "/src", words, false);
    const flow::World world{*database, clock, words, templates, {}};
    const auto token =
        flow::perform(world, {"", "command line"}, clock.now(), [&](flow::Act& act) -> Result<std::string> {
            const auto email = identity::read_email(account.email);
            const auto door = email ? identity::find_door(act.db(), *email) : std::nullopt;
            if (door) {
                return identity::invite(act, door->account, kit::wall_now());
            }
            const auto id = TRY(identity::create(act, account));
            return identity::invite(act, id, kit::wall_now());
        });
    if (!token) {
        for (const Reason& reason : token.error().reasons) {
            std::fprintf(stderr, "%s\n", words.text(Language::en, reason.phrase).c_str());
        }
        return 1;
    }
    std::printf("%s/%s/welcome/%s\nThe link works once, for 24 hours.\n",
                site.c_str(),
                std::string(code(account.language)).c_str(),
                token->c_str());
    return 0;
}

}  // namespace vastin::town
