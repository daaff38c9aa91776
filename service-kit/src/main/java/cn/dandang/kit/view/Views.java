package cn.dandang.kit.view;

/** The views of a service. A bean; projections and controllers take their collections from it. */
public interface Views {

    /** The view of a projection by its name; the same for the projection that writes and the controllers that read. */
    View of(String view);
}
