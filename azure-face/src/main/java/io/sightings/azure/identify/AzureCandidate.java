package io.sightings.azure.identify;

/**
 * A person to whom a face may belong.
 *
 * @param personId our id of the person
 * @param name what the person is called
 * @param confidence the service's, 0 to 1
 */
public record AzureCandidate(String personId, String name, double confidence) {}
