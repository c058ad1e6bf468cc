package io.sightings.faceservice.operations;

import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Query;

/**
 * A part of a list.
 *
 * @param start the id before its first; empty for the beginning
 * @param top how many at most
 */
record Page(String start, int top) {
  private static final int MOST = 1000;

  static Page of(Query query) {
    String start = query.text("start", "");
    if (start.length() > Names.MOST_ID) {
      throw Problem.badArgument("'start' is too long.");
    }
    return new Page(start, query.number("top", MOST, 1, MOST));
  }
}
