package io.sightings.cli.azure;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.AzurePeople;
import io.sightings.azure.enrol.EnrolException;
import io.sightings.azure.people.KnownPerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people of all resources, whose groups should hold the same people. */
public final class AzureGroup implements AutoCloseable {
  private final AzureSettings settings;
  private final CommandConsole console;
  private final ResourceLease lease;

  private AzureGroup(AzureSettings settings, CommandConsole console, ResourceLease lease) {
    this.settings = settings;
    this.console = console;
    this.lease = lease;
  }

  public static AzureGroup open(AzureSettings settings, CommandConsole console) {
    return new AzureGroup(settings, console, AzureErrors.open(settings));
  }

  /** Everybody by resource, in the order of the settings. */
  public Map<String, List<KnownPerson>> byResource() {
    Map<String, List<KnownPerson>> all = new LinkedHashMap<>();
    each(people -> people.list(), all::put);
    return all;
  }

  /**
   * The people meant, each by id or name, by id.
   *
   * @throws CommandFailure if nobody, or more than one, is called so
   */
  public Map<String, KnownPerson> find(List<String> texts) {
    Map<String, KnownPerson> everybody = new TreeMap<>();
    byResource().values().forEach(all -> all.forEach(p -> everybody.putIfAbsent(p.id(), p)));
    Map<String, KnownPerson> found = new TreeMap<>();
    for (String text : texts) {
      KnownPerson person = find(everybody, text);
      found.put(person.id(), person);
    }
    return found;
  }

  private static KnownPerson find(Map<String, KnownPerson> everybody, String text) {
    KnownPerson byId = everybody.get(text);
    if (byId != null) {
      return byId;
    }
    List<KnownPerson> named =
        everybody.values().stream().filter(p -> p.name().equalsIgnoreCase(text)).toList();
    if (named.isEmpty()) {
      throw CommandFailure.input(
          "Nobody is called " + text + ": sightings people list --azure shows everybody.");
    }
    if (named.size() > 1) {
      throw CommandFailure.input(
          "Several people are called "
              + text
              + ": use an id, one of "
              + String.join(", ", named.stream().map(KnownPerson::id).toList())
              + ".");
    }
    return named.get(0);
  }

  /** In all resources; those who are not there do not matter. */
  public void rename(@Nullable String id, String name) {
    each(people -> people.rename(id, name), (resource, done) -> {});
  }

  /**
   * In all resources, which are trained then.
   *
   * @param ids nobody's does what an interrupted command has left to do
   */
  public void forget(Collection<String> ids) {
    each(
        people -> {
          people.forget(ids);
          return true;
        },
        (resource, done) -> {});
  }

  private <T> void each(Function<AzurePeople, T> work, BiConsumer<String, T> result) {
    for (FaceResource resource : lease.all()) {
      AzurePeople people =
          new AzurePeople(resource, settings, new EnrolmentProgress(console, null));
      try (OutageWatch watch = new OutageWatch(resource, console)) {
        result.accept(resource.name(), work.apply(people));
      } catch (FaceException e) {
        throw AzureErrors.of(e);
      } catch (EnrolException e) {
        throw AzureErrors.of(e);
      }
    }
  }

  @Override
  public void close() {
    lease.close();
  }
}
