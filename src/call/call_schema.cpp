// The published schema of a call as open data. What stands in it stays; new members may come (docs/open-data.md).
#include "base/check.h"
#include "call/call_data.h"

namespace vastin::call {

namespace {

constexpr std::string_view schema = R"json({
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:vastin:call:1",
    "title": "Call (vastin.call.1)",
    "description": "A published call for applications. /calls.json has a list of these in \"calls\".",
    "type": "object",
    "required": ["form", "code", "agreement", "name", "purpose", "applicants", "state", "version", "window", "dates",
                 "pots", "themes", "projects", "contact", "links"],
    "properties": {
        "form": {"const": "vastin.call.1"},
        "code": {"type": "string", "description": "Names the call within its agreement, and stands in addresses"},
        "agreement": {"type": "string", "description": "The code of the agreement"},
        "name": {"$ref": "#/$defs/words"},
        "purpose": {"$ref": "#/$defs/words"},
        "applicants": {"$ref": "#/$defs/words"},
        "state": {"enum": ["coming", "open", "closed"], "description": "At the moment of the answer"},
        "version": {
            "type": "object",
            "required": ["number", "published", "first_published", "rules_hash", "programme_hash", "file_sha256"],
            "properties": {
                "number": {"type": "integer", "minimum": 1, "description": "Grows with each publishing"},
                "published": {"$ref": "#/$defs/utc"},
                "first_published": {"$ref": "#/$defs/utc"},
                "rules_hash": {"$ref": "#/$defs/sha256",
                               "description": "Names the version for ever, on its page and in every submission"},
                "programme_hash": {"$ref": "#/$defs/sha256"},
                "file_sha256": {"$ref": "#/$defs/sha256", "description": "Of the bytes of links.toml"}
            }
        },
        "window": {
            "type": "object",
            "required": ["kind", "zone", "opens", "until_pot_empty"],
            "properties": {
                "kind": {"enum": ["fixed", "continuous"]},
                "zone": {"type": "string", "description": "Of all local times, as in the tz database"},
                "opens": {"$ref": "#/$defs/moment"},
                "closes": {"$ref": "#/$defs/moment",
                           "description": "The last moment that is in time; missing where there is none"},
                "extended_from": {"$ref": "#/$defs/moment"},
                "until_pot_empty": {"type": "boolean"}
            }
        },
        "dates": {"type": "array", "items": {
            "type": "object",
            "required": ["key", "kind", "name"],
            "properties": {
                "key": {"type": "string"},
                "kind": {"enum": ["opens", "info_session", "cut_off", "closes", "recommended_start", "other"]},
                "name": {"$ref": "#/$defs/words"},
                "at": {"$ref": "#/$defs/moment"},
                "until": {"$ref": "#/$defs/moment"},
                "day": {"type": "string", "format": "date"},
                "when": {"$ref": "#/$defs/words"},
                "place": {"$ref": "#/$defs/words"},
                "link": {"type": "string", "format": "uri"}
            }
        }},
        "pots": {"type": "array", "minItems": 1, "items": {
            "type": "object",
            "required": ["code", "payer", "payer_class", "funder", "funder_name", "cents", "precision", "label"],
            "properties": {
                "code": {"type": "string"},
                "payer": {"type": "string"},
                "payer_class": {"enum": ["eu_and_state", "city", "other_municipality", "other_public", "own_public",
                                         "own_private", "outside_private"]},
                "funder": {"type": "string"},
                "funder_name": {"$ref": "#/$defs/words"},
                "cents": {"type": "integer", "minimum": 0, "description": "Euros times 100"},
                "precision": {"enum": ["exact", "about"]},
                "label": {"$ref": "#/$defs/words"},
                "theme": {"type": "string"},
                "line": {"$ref": "#/$defs/words"},
                "conditional": {"$ref": "#/$defs/words"}
            }
        }},
        "themes": {"type": "array", "items": {
            "type": "object",
            "required": ["code", "name"],
            "properties": {"code": {"type": "string"}, "name": {"$ref": "#/$defs/words"}}
        }},
        "projects": {"type": "array", "items": {"enum": ["single", "group"]}},
        "contact": {
            "type": "object",
            "required": ["office", "role"],
            "properties": {
                "office": {"$ref": "#/$defs/words"},
                "role": {"$ref": "#/$defs/words"},
                "web": {"type": "string", "format": "uri"}
            }
        },
        "links": {
            "type": "object",
            "required": ["page", "calendar", "json", "toml"],
            "properties": {
                "page": {"$ref": "#/$defs/words"},
                "calendar": {"$ref": "#/$defs/words"},
                "json": {"type": "string", "format": "uri"},
                "toml": {"type": "string", "format": "uri",
                         "description": "The whole rules, as the call was made from them"}
            }
        }
    },
    "$defs": {
        "words": {
            "type": "object",
            "required": ["fi", "sv", "en"],
            "properties": {"fi": {"type": "string"}, "sv": {"type": "string"}, "en": {"type": "string"}}
        },
        "utc": {"type": "string", "format": "date-time"},
        "moment": {
            "type": "object",
            "required": ["utc", "local"],
            "properties": {"utc": {"$ref": "#/$defs/utc"}, "local": {"type": "string"}}
        },
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    }
})json";

}  // namespace

kit::Json call_schema() {
    auto read = kit::Json::read(schema);
    check(read.has_value(), "the schema of a call is JSON");
    return std::move(*read);
}

}  // namespace vastin::call
