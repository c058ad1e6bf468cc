package io.sightings.contract.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Reads secrets from files when a Kafka client is made. Kafka's own provider of files would keep
 * the line break that editors and {@code echo} put at the end, and the password would be wrong.
 */
public final class SecretFiles implements ConfigProvider {
  static final String PROVIDER = "sightings";
  static final String PLAIN = "plain";
  static final String QUOTED = "quoted";

  private Map<String, ?> files = Map.of();

  @Override
  public void configure(Map<String, ?> names) {
    files = names;
  }

  @Override
  public ConfigData get(String form) {
    return get(form, Set.of());
  }

  /**
   * @param form whether the secrets stand between quotation marks of a JAAS configuration
   * @param names of the secrets, each with a file
   */
  @Override
  public ConfigData get(String form, Set<String> names) {
    Map<String, String> secrets = new HashMap<>();
    for (String name : names) {
      String secret = read(String.valueOf(files.get(name)));
      secrets.put(name, form.equals(QUOTED) ? SecretProperties.quoted(secret) : secret);
    }
    return new ConfigData(secrets);
  }

  private static String read(String file) {
    String secret;
    try {
      secret = Files.readString(Path.of(file)).replaceFirst("\\R+$", "");
    } catch (NoSuchFileException e) {
      throw new ConfigException("The password file " + file + " is not there: mount or write it.");
    } catch (IOException e) {
      throw new ConfigException(
          "The password file "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): let this user read it.");
    }
    if (secret.isEmpty()) {
      throw new ConfigException("The password file " + file + " is empty: write the password.");
    }
    return secret;
  }

  @Override
  public void close() {}
}
