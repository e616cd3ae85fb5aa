// Package content reads packs: folders of YAML files that a clerk can write.
//
// A pack has pack.yaml (what it is), topics.yaml (the tiles of the home
// screen), services/*.yaml (one file a service), flows/*.yaml (steps that many
// guides share), links.yaml (the registry of addresses), hosts.yaml (official
// hosts), sources.yaml (where numbers come from), figures.yaml (numbers that
// several sentences state) and lang/*.yaml (translations, sentence by
// sentence). schema/*.json describes each file for
// editors.
//
// Reading is strict: what could be read two ways is refused (unknown keys,
// duplicate keys, anchors and aliases, text that is not NFC), and every
// problem of every file is reported at once with file and line.
package content
