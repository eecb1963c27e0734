#include "call/call_data_pages.h"

#include "call/call_data.h"
#include "call/call_public.h"
#include "page/frame.h"

namespace vastin::call {

namespace {

using page::Visit;

constexpr const char* json_type = "application/json; charset=utf-8";

}  // namespace

kit::Response calls_json(Visit& visit) {
    std::vector<PublishedCall> calls;
    visit.world.database.read([&](kit::Transaction& t) { calls = all_published(t, visit.now); });
    const std::string tag = page::etag(visit, revision(calls, visit.now));
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    kit::Json::List list;
    for (const PublishedCall& one : calls) {
        list.push_back(call_as_json(one, visit));
    }
    return for_programs(json_type, kit::Json(kit::Json::Object{{"calls", std::move(list)}}).canonical() + "\n", tag);
}

kit::Response one_call_json(Visit& visit) {
    return for_one_call(visit, [&](const PublishedCall& one, const std::string& tag) {
        return for_programs(json_type, call_as_json(one, visit).canonical() + "\n", tag);
    });
}

kit::Response call_toml(Visit& visit) {
    return for_one_call(visit, [&](const PublishedCall& one, const std::string& tag) {
        auto response = for_programs("application/toml; charset=utf-8", one.call->file.text, tag);
        response.header("Content-Disposition", "attachment; filename=\"" + one.call->code.text + ".toml\"");
        return response;
    });
}

kit::Response call_schema_json(Visit& visit) {
    const std::string tag = page::etag(visit, "schema");
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    return for_programs("application/schema+json; charset=utf-8", call_schema().canonical() + "\n", tag);
}

}  // namespace vastin::call
