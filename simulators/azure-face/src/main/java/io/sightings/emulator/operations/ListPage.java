package io.sightings.emulator.operations;

import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.QueryParameters;

/**
 * A part of a list.
 *
 * @param start the id before its first; empty for the beginning
 * @param top how many at most
 */
record ListPage(String start, int top) {
  private static final int MOST = 1000;

  static ListPage of(QueryParameters query) {
    String start = query.text("start", "");
    if (start.length() > ParameterValidator.MOST_ID) {
      throw ApiErrorException.badArgument("'start' is too long.");
    }
    return new ListPage(start, query.number("top", MOST, 1, MOST));
  }
}
