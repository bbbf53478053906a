import java.lang.reflect.Field;
import org.eclipse.jetty.server.AbstractNetworkConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local with what it lacks: it listens on a free port of 127.0.0.1 only (its own main listens
 * on every interface, without credentials), and it ends when its standard input closes, so that a
 * runtime killed with SIGKILL leaves no JVM behind.
 *
 * The compiled class stands beside this file because a JRE has no compiler. After a change:
 * cd local/cloud/emulators/jvm && javac --release 17 -cp "$JAR_DIR/DynamoDBLocal.jar" LoopbackServer.java
 */
public final class LoopbackServer {
  public static void main(String[] arguments) throws Exception {
    Thread guard = new Thread(LoopbackServer::endWithParent, "end-with-parent");
    guard.setDaemon(true);
    guard.start();
    DynamoDBProxyServer proxy = ServerRunner.createServerFromCommandLineArgs(arguments);
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    Connector connector = ((Server) field.get(proxy)).getConnectors()[0];
    AbstractNetworkConnector network = (AbstractNetworkConnector) connector;
    network.setHost("127.0.0.1");
    // A port picked by the system cannot be lost to another program between asking and binding.
    network.setPort(0);
    proxy.start();
    System.out.println("listening on " + network.getLocalPort());
    proxy.join();
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; only the end of the stream counts.
      }
    } catch (java.io.IOException broken) {
      // A broken pipe means the same as a closed one.
    }
    // SQLite recovers from its write-ahead log; a clean shutdown could hang on open requests.
    Runtime.getRuntime().halt(0);
  }
}
