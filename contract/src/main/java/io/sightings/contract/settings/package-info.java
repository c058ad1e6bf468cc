/**
 * Settings are records with defaults; a YAML file, the environment and the command line say only
 * what differs, in that order of weight. Every fault is a {@link
 * io.sightings.contract.settings.SettingsException} whose one sentence names where the setting came
 * from, its key, its value and what is allowed.
 */
package io.sightings.contract.settings;
