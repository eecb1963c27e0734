-- Which projects carry a goal: for the page of the goal. A project is tagged only where a source says so.
CREATE TABLE project_goal (
    project TEXT NOT NULL REFERENCES project_project (code),
    goal TEXT NOT NULL,
    PRIMARY KEY (project, goal)
) {{strict}};
CREATE INDEX project_goal_goal ON project_goal (goal, project);
