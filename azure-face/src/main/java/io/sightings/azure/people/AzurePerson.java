package io.sightings.azure.people;

import io.sightings.azure.client.models.LargePersonGroupPerson;

/**
 * A person of a group.
 *
 * @param id ours; of a person another program has made {@code azure-} and the service's
 * @param azureId the service's, which is another one in every resource
 * @param name what the person is called
 * @param faces how many faces the person is recognised by
 * @param ours whether we have made the person
 */
public record AzurePerson(String id, String azureId, String name, int faces, boolean ours) {

  public static AzurePerson of(LargePersonGroupPerson person) {
    String azure = person.personId();
    var key = UserDataKeys.person(person.userData());
    return new AzurePerson(
        key.orElse("azure-" + azure),
        azure,
        person.name() == null ? "" : person.name(),
        person.persistedFaceIds().size(),
        key.isPresent());
  }
}
