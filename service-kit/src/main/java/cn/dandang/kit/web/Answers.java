package cn.dandang.kit.web;

import cn.dandang.kit.orders.Receipt;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers to orders and queries. */
public final class Answers {
    private Answers() {}

    /** 201 with the Location of what was made: the request's path and the new id. */
    public static ResponseEntity<Answer> created(Receipt receipt) {
        String path = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest().getRequestURI();
        return created(receipt, path + "/" + receipt.id());
    }

    /** 201 with this Location, a path. */
    public static ResponseEntity<Answer> created(Receipt receipt, String location) {
        return ResponseEntity.created(URI.create(location)).eTag(etag(receipt.version())).body(body(receipt));
    }

    /** 200 for an order to what exists. */
    public static ResponseEntity<Answer> done(Receipt receipt) {
        return ResponseEntity.ok().eTag(etag(receipt.version())).body(body(receipt));
    }

    /** 200 for one thing with its version. */
    public static <T> ResponseEntity<T> found(T body, long version) {
        return ResponseEntity.ok().eTag(etag(version)).body(body);
    }

    private static Answer body(Receipt receipt) {
        return new Answer(receipt.id(), receipt.version(), receipt.position());
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
