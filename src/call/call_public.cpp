#include "call/call_public.h"

#include <algorithm>

#include "page/frame.h"

namespace vastin::call {

std::string outside(const page::Visit& visit, Language language, std::string_view path) {
    return visit.world.address + "/" + std::string(code(language)) + std::string(path);
}

std::string path_of(const Call& call) { return "/calls/" + call.code.text; }

std::string host(const page::Visit& visit) {
    std::string_view rest = visit.world.address;
    rest.remove_prefix(std::min(rest.find("//") + 2, rest.size()));
    return std::string(rest.substr(0, rest.find_first_of(":/")));
}

std::string name_among_all(const PublishedCall& one) {
    return one.call->code.text + "." + one.programme->agreement.code.text;
}

Localised publisher(const programme::Programme& programme) {
    const auto city = std::find_if(programme.parties.begin(), programme.parties.end(), [](const auto& party) {
        return party.role == programme::Party::Role::city;
    });
    return city == programme.parties.end() ? programme.agreement.city : city->name;
}

std::string revision(const std::vector<PublishedCall>& calls, Instant now) {
    std::string all;
    for (const PublishedCall& one : calls) {
        const auto how = static_cast<int>(state(*one.call, now));
        all += one.call->rules_hash.text + "/" + one.call->programme.text + "/" + std::to_string(one.number) + "/" +
               std::to_string(how) + "\n";
    }
    return all;
}

Localised in_all(const kit::Words& words, const Phrase& phrase) {
    return {words.text(Language::fi, phrase), words.text(Language::sv, phrase), words.text(Language::en, phrase)};
}

kit::Response for_programs(std::string type, std::string body, const std::string& tag) {
    kit::Response response;
    response.type = std::move(type);
    response.body = std::move(body);
    response.header("Access-Control-Allow-Origin", "*");
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

kit::Response for_one_call(page::Visit& visit,
                           const std::function<kit::Response(const PublishedCall&, const std::string&)>& make) {
    std::optional<PublishedCall> one;
    visit.world.database.read([&](kit::Transaction& t) { one = find_published(t, Code<Call>{visit.captured.at(0)}); });
    if (!one) {
        return page::not_found(visit);
    }
    const std::string tag = page::etag(visit, revision({*one}, visit.now));
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    return make(*one, tag);
}

}  // namespace vastin::call
