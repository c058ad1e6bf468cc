package io.sightings.contract.codec;

/** The members of a JSON value that no reader can do without. */
record JsonMembers(String what) {

  JsonMembers has(String name, Object value) throws MalformedMessageException {
    if (value == null) {
      throw new MalformedMessageException(what + " without a member " + name);
    }
    return this;
  }
}
