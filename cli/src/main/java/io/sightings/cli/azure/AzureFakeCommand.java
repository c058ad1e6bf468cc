package io.sightings.cli.azure;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.console.Failure;
import io.sightings.cli.console.Interruption;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.faceservice.FaceService;
import io.sightings.faceservice.FaceServiceOptions;
import io.sightings.faceservice.FaceServiceSettings;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the stand-in for the service until it is ended. */
@Command(
    name = "azure-fake",
    description = {
      "Stands in for Azure AI Face on this machine, so that everything with it can be tried without"
          + " a subscription.",
      "It knows faces by the local engine, keeps groups and people, trains, throttles and, if"
          + " wanted, fails as the real one does."
    })
public final class AzureFakeCommand implements Callable<Integer> {
  @Mixin private FaceServiceOptions options;
  @Mixin private EngineOptions engine;
  @Spec private CommandSpec spec;

  @Option(
      names = "--allow-remote",
      description = "Lets --host be an address that other machines reach.")
  private boolean remote;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    FaceServiceSettings settings = settings();
    requireLocal(settings.host());
    CountDownLatch end = new CountDownLatch(1);
    try (FaceService service = start(settings);
        Interruption interruption = Interruption.handledBy(end::countDown)) {
      console.say(service.greeting());
      console.say("To use it, in another terminal:");
      console.say("  export " + AzureOptions.ENDPOINT + "=" + service.endpoint());
      console.say("  export " + AzureOptions.KEY + "=" + service.key());
      console.say("  sightings enrol DIR --azure");
      console.say("Ctrl-C ends it.");
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever started it in this JVM ends it
    }
    return ExitCode.OK;
  }

  private FaceServiceSettings settings() {
    try {
      return options.settings(engine.settings());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private void requireLocal(String host) {
    try {
      if (!remote && !InetAddress.getByName(host).isLoopbackAddress()) {
        throw Failure.usage(
            "--host "
                + host
                + " lets other machines in, unencrypted: add --allow-remote if that is wanted.");
      }
    } catch (UnknownHostException e) {
      throw Failure.usage("--host " + host + " is no address of this machine.");
    }
  }

  private static FaceService start(FaceServiceSettings settings) {
    try {
      return FaceService.start(settings);
    } catch (UncheckedIOException e) {
      throw Failure.environment(e.getMessage(), e);
    }
  }
}
