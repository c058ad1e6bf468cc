package io.sightings.emulator.people;

/**
 * A group as callers see it.
 *
 * @param id theirs
 * @param name theirs
 * @param userData theirs; null where none was given
 * @param recognitionModel of all its faces
 */
public record GroupView(String id, String name, String userData, String recognitionModel) {}
